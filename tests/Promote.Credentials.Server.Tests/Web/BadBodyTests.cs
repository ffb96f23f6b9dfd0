using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>What a body must not be: refused with a pointer, and nothing stored.</summary>
public sealed class BadBodyTests(RunningService service) : IClassFixture<RunningService>
{
    public static TheoryData<string, string, string, string> WrongMembers => new()
    {
        { "/nmae", "{\"en\":\"x\"}", "/nmae", "PC-R002" },
        { "/policy/secret", "true", "/policy/secret", "PC-R002" },
        { "/outcomes/0/level", "3", "/outcomes/0/level", "PC-R002" },
        { "/name", "null", "/name", "PC-R003" },
        { "/name", "{}", "/name", "PC-R003" },
        { "/outcomes", "null", "/outcomes", "PC-R003" },
        { "/outcomes/0/title", "null", "/outcomes/0/title", "PC-R003" },
        { "/outcomes/1", "null", "/outcomes/1", "PC-R004" },
        { "/name", "\"Welding\"", "/name", "PC-R004" },
        { "/name/ro", "5", "/name/ro", "PC-R004" },
        { "/name/ro", "null", "/name/ro", "PC-R004" },
        { "/name/a~1b", "5", "/name/a~1b", "PC-R004" },
        { "/type", "[]", "/type", "PC-R004" },
        { "/type", "\"Nonsense\"", "/type", "PC-R004" },
        { "/eqfLevel", "\"4\"", "/eqfLevel", "PC-R004" },
        { "/eqfLevel", "4.5", "/eqfLevel", "PC-R004" },
        { "/eqfLevel", "99999999999", "/eqfLevel", "PC-R004" },
        { "/eqfLevel", "9", "/eqfLevel", "PC-R004" },
        { "/outcomes", "{}", "/outcomes", "PC-R004" },
        { "/outcomes/1", "\"x\"", "/outcomes/1", "PC-R004" },
        { "/policy/resultsRequired", "\"yes\"", "/policy/resultsRequired", "PC-R004" },
        { "/credits", "{\"ects\":2}", "/credits", "PC-R004" },
        { "/credits", "{\"ects\":\"two\"}", "/credits", "PC-R004" },
        { "/credits", "{\"ects\":\"2\",\"more\":\"1\"}", "/credits", "PC-R004" },
        { "/credits", "[]", "/credits", "PC-R004" },
        { "/validity", "\"2 years\"", "/validity", "PC-R004" },
        { "/validity", "\"P\"", "/validity", "PC-R004" },
        { "/validity", "\"P99999999999Y\"", "/validity", "PC-R004" },
        { "/validity", "\"2027-02-30\"", "/validity", "PC-R004" },
        { "/validity", "{}", "/validity", "PC-R004" },
        { "/workload", "\"60 hours\"", "/workload", "PC-R004" },
        { "/occupation", "\"javascript:alert(1)\"", "/occupation", "PC-R008" },
        { "/occupation", "\"data:text/html,x\"", "/occupation", "PC-R008" },
        { "/occupation", "\"https://user:pass@example.org/\"", "/occupation", "PC-R008" },
        { "/occupation", "\"https://example.org/a b\"", "/occupation", "PC-R008" },
        { "/occupation", "7", "/occupation", "PC-R008" },
        { "/outcomes/0/esco", "\"//example.org\"", "/outcomes/0/esco", "PC-R008" },
        { "/outcomes/0/esco", "\"https://example.org/skill/1\"", "/outcomes/0/esco", "PC-R004" },
        { "/outcomes/0/esco", "\"http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000000\"", "/outcomes/0/esco", "PC-R004" },
        { "/occupation", "\"http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000000\"", "/occupation", "PC-R004" },
        { "/policy/prerequisites", "[\"AAAAAAAAAAAAAAAAAAAAAA\"]", "/policy/prerequisites/0", "PC-R004" },
        { "/policy/prerequisites", "[\"a\",\"a\"]", "/policy/prerequisites", "PC-R004" },
        { "/policy/assessors", "[\"AAAAAAAAAAAAAAAAAAAAAA\"]", "/policy/assessors/0", "PC-R004" },
        { "/resultDescriptions/0/outcome", "7", "/resultDescriptions/0/outcome", "PC-R004" },
        { "/resultDescriptions/0/levels", "[{\"id\":\"a\",\"name\":{\"en\":\"A\",\"ro\":\"A\"}}]", "/resultDescriptions/0/levels", "PC-R004" },
        { "/name/en", "\"Eve\\u202Eelgnis\"", "/name/en", "PC-R009" },
        { "/name/en", "\"a\\u0000b\"", "/name/en", "PC-R009" },
        { "/name/en", "\"zero\\u200Bwidth\"", "/name/en", "PC-R009" },
        { "/name/e\u202En", "\"x\"", "/name/e\u202En", "PC-R009" },
        { "/workload", "\"PT60H\\u0007\"", "/workload", "PC-R009" },
    };

    [Theory, MemberData(nameof(WrongMembers))]
    public async Task A_wrong_member_is_refused_with_its_pointer(string member, string value, string pointer, string code)
    {
        var before = await CountAsync();
        using var answer = await PostAsync(With(member, value));
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(problem.Errors!, error => (error.Pointer, error.Code) == (pointer, code));
        Assert.Equal(before, await CountAsync());
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        { "", "", "PC-R001" },
        { "{", "", "PC-R001" },
        { "{\"name\":{\"en\":\"x\"}", "/name", "PC-R001" },
        { "{\"name\":{\"en\":\"x\",}}", "/name/en", "PC-R001" },
        { "{} {}", "", "PC-R001" },
        { "// no\n{}", "", "PC-R001" },
        { "{\"type\":\"a\",\"type\":\"b\"}", "/type", "PC-R001" },
        { "{\"type\":\"a\",\"\\u0074ype\":\"b\"}", "/type", "PC-R001" },
        { "{\"name\":{\"en\":\"a\",\"en\":\"b\"}}", "/name/en", "PC-R001" },
        { "{\"type\":\"\\ud800\"}", "/type", "PC-R001" },
        { "{\"eqfLevel\":1e400}", "/eqfLevel", "PC-R001" },
        { "null", "", "PC-R004" },
        { "[]", "", "PC-R004" },
        { "\"text\"", "", "PC-R004" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task Text_that_is_not_one_JSON_object_is_refused(string body, string pointer, string code)
    {
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(body));
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(code, problem.Code);
        Assert.Equal(pointer, problem.Errors![0].Pointer);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var answer = await PostAsync([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Equal("PC-R001", (await Problem.ReadAsync(answer)).Code);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(10_000)]
    public async Task Nesting_beyond_32_is_refused(int depth)
    {
        var body = string.Concat(Enumerable.Repeat("{\"policy\":", depth)) + "1" + new string('}', depth);
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(body));
        Assert.Equal("PC-R001", (await Problem.ReadAsync(answer)).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_256_KiB_is_refused_whether_or_not_it_says_its_length(bool chunked)
    {
        using var body = new ByteArrayContent(new byte[(256 * 1024) + 1]);
        body.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/achievements") { Content = body };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await service.First.SendAsync(request);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "PC-R019"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_media_type_is_refused(string mediaType)
    {
        using var body = new StringContent("{}", Encoding.UTF8, mediaType);
        using var answer = await service.First.PostAsync("/api/v1/achievements", body);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "PC-R020"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Fact]
    public async Task Every_mistake_is_named_at_once()
    {
        using var answer = await PostAsync("{\"nmae\":1,\"type\":2,\"outcomes\":[{\"esco\":null}]}"u8.ToArray());
        var problem = await Problem.ReadAsync(answer);
        Assert.Equal(
            ["/criteria", "/description", "/name", "/nmae", "/outcomes/0/title", "/type"],
            problem.Errors!.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    private static byte[] With(string pointer, string value)
    {
        var root = JsonNode.Parse(Samples.Achievement)!;
        var tokens = pointer.Split('/')[1..].Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var parent = tokens[..^1].Aggregate(root, (node, token) => node is JsonArray array ? array[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]! : node[token]!);
        if (parent is JsonArray list)
        {
            list.Add(JsonNode.Parse(value));
        }
        else
        {
            parent[tokens[^1]] = JsonNode.Parse(value);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return service.First.PostAsync("/api/v1/achievements", content);
    }

    private Task<long> CountAsync() => service.Database.CountAsync("SELECT (SELECT count(*) FROM achievements) + (SELECT count(*) FROM achievement_versions)");
}
