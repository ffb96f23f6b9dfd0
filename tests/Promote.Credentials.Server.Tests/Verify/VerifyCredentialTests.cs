using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Verify;

/// <summary><c>POST /api/v1/verify</c>: anybody may have any credential checked.</summary>
public sealed class VerifyCredentialTests(RunningService service) : IClassFixture<RunningService>
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/ld+json")]
    [InlineData("application/vc")]
    [InlineData("application/vc+ld+json")]
    [InlineData("application/json; charset=utf-8")]
    public async Task A_credential_of_this_service_is_valid_in_every_media_type(string mediaType)
    {
        var report = await ReportAsync(await IssueAsync(), mediaType);

        Assert.Equal("valid", report.GetProperty("outcome").GetString());
        Assert.Equal(
            ["format", "proof", "issuerIdentity", "validityDates", "status", "ownRecord"],
            report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_answer_gives_back_what_was_signed()
    {
        var issued = await IssueAsync();
        var report = await ReportAsync(issued);

        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(issued), report.GetProperty("credential")));
    }

    [Fact]
    public async Task A_stranger_with_a_did_key_gets_the_same_checks_and_no_line_about_our_records()
    {
        var golden = Repository.Read("tests", "golden", "open-badges-3", "assessed-micro-credential.signed.json");
        var checks = (await ReportAsync(Encoding.UTF8.GetBytes(golden))).GetProperty("checks").EnumerateArray()
            .ToDictionary(check => check.GetProperty("id").GetString()!, check => check.GetProperty("outcome").GetString());

        Assert.Equal(("passed", "passed", "passed"), (checks["format"], checks["proof"], checks["issuerIdentity"]));
        Assert.DoesNotContain("ownRecord", checks);
    }

    [Fact]
    public async Task A_credential_that_was_changed_is_answered_with_a_report_and_not_given_back()
    {
        var changed = Encoding.UTF8.GetString(await IssueAsync()).Replace("Dynamic security", "Static security", StringComparison.Ordinal);
        var report = await ReportAsync(Encoding.UTF8.GetBytes(changed));

        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("credential").ValueKind);
    }

    [Fact]
    public async Task What_our_key_signed_elsewhere_is_no_credential_of_ours()
    {
        // In Development every service has the same key, so the other one stands for a thief of it.
        await using var thiefs = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(thiefs);
        await using var thief = await ServiceInside.StartAsync(thiefs);
        using var award = await AwardRequest.SendAsync(thief.Client, AwardRequest.For(seed));
        var links = (await award.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        var report = await ReportAsync(await thief.Anonymous.GetByteArrayAsync(links.GetProperty("credential").GetString() + "?format=ob3"));

        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
        var failed = report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("outcome").GetString() == "failed");
        Assert.Equal("ownRecord", failed.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("", "PC-R018", "")]
    [InlineData("no credential", "PC-R001", "")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", "PC-R018", "")]
    [InlineData("{", "PC-R001", "")]
    [InlineData("""{"issuer":{"id":"a","id":"b"}}""", "PC-R001", "/issuer/id")]
    [InlineData("""{"type":["\ud800"]}""", "PC-R001", "/type/0")]
    [InlineData("null", "PC-R018", "")]
    [InlineData("[]", "PC-R018", "")]
    [InlineData("""{"verifiableCredential":{}}""", "PC-R018", "/type")]
    public async Task What_is_no_credential_is_refused_with_a_pointer(string body, string code, string pointer)
    {
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(body), "application/json");
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(code == "PC-R001" ? HttpStatusCode.BadRequest : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal((code, pointer), (problem.Code, problem.Errors![0].Pointer));
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_too_deep_is_refused()
    {
        using var large = await PostAsync(Encoding.UTF8.GetBytes($$"""{"name":"{{new string('n', 256 * 1024)}}"}"""), "application/json");
        using var deep = await PostAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 33)) + new string(']', 33)), "application/json");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "PC-R001"), (deep.StatusCode, (await Problem.ReadAsync(deep)).Code));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/zip")]
    [InlineData(null)]
    public async Task Another_media_type_is_refused(string? mediaType)
    {
        using var answer = await PostAsync("{}"u8.ToArray(), mediaType);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "PC-R020"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Fact]
    public async Task No_member_of_a_credential_may_be_of_any_other_shape_and_bring_the_service_down()
    {
        var issued = JsonNode.Parse(await IssueAsync())!.AsObject();
        foreach (var name in issued.Select(member => member.Key).ToList())
        {
            foreach (var value in (string[])["null", "1", "\"\"", "[]", "[null]", "{}", "[{}]", "[[]]"])
            {
                var mutant = issued.DeepClone();
                mutant[name] = JsonNode.Parse(value);
                using var answer = await PostAsync(Encoding.UTF8.GetBytes(mutant.ToJsonString()), "application/json");
                Assert.True((int)answer.StatusCode < 500, $"{name}: {value}");
                Assert.DoesNotContain("\"outcome\":\"valid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    private async Task<byte[]> IssueAsync()
    {
        var things = await Things.MakeAsync(service.First);
        return await service.Anonymous.GetByteArrayAsync($"/credentials/{things.HolderId}?format=ob3");
    }

    private async Task<JsonElement> ReportAsync(byte[] credential, string mediaType = "application/json")
    {
        using var answer = await PostAsync(credential, mediaType);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string? mediaType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return await service.Anonymous.PostAsync("/api/v1/verify", content);
    }
}
