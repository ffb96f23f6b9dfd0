using System.Net;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>What <c>POST /api/v1/awards</c> refuses: with a pointer, and nothing is stored.</summary>
public sealed class BadAwardTests(RunningService service) : IClassFixture<RunningService>
{
    public static TheoryData<string, string, string, string> WrongMembers => new()
    {
        { "/awardedOn", "\"2026-11-20T10:00:00\"", "/awardedOn", "PC-R005" },
        { "/awardedOn", "\"2026-02-30\"", "/awardedOn", "PC-R005" },
        { "/awardedOn", "\"20.11.2026\"", "/awardedOn", "PC-R005" },
        { "/awardedOn", "20261120", "/awardedOn", "PC-R005" },
        { "/awardedOn", "\"2999-01-01\"", "/awardedOn", "PC-R006" },
        { "/validUntil", "\"2020-01-01\"", "/validUntil", "PC-R006" },
        { "/validUntil", "\"2030-01-01T00:00\"", "/validUntil", "PC-R005" },
        { "/activity", "{\"from\":\"2026-03-15\",\"to\":\"2026-01-10\"}", "/activity/to", "PC-R006" },
        { "/activity/from", "\"yesterday\"", "/activity/from", "PC-R005" },
        { "/learner/dateOfBirth", "\"1990-05-01T00:00:00Z\"", "/learner/dateOfBirth", "PC-R005" },
        { "/learner/email", "\"nobody\"", "/learner/email", "PC-R007" },
        { "/learner/email", "\"a@b@c\"", "/learner/email", "PC-R007" },
        { "/learner/givenName", "\"Eve\\u202Ename\"", "/learner/givenName", "PC-R009" },
        { "/learner/familyName", "\"\"", "/learner/familyName", "PC-R003" },
        { "/learner/nickname", "\"x\"", "/learner/nickname", "PC-R002" },
        { "/learner", "null", "/learner", "PC-R003" },
        { "/evidence/0/url", "\"javascript:alert(document.cookie)\"", "/evidence/0/url", "PC-R008" },
        { "/evidence/0/url", "\"file:///etc/passwd\"", "/evidence/0/url", "PC-R008" },
        { "/evidence", "[null]", "/evidence/0", "PC-R004" },
        { "/results/0/value", "92", "/results/0/value", "PC-R004" },
        { "/results/0/value", "\"101\"", "/results/0/value", "PC-R004" },
        { "/results/0/resultDescription", "\"unknown\"", "/results/0/resultDescription", "PC-R004" },
        { "/formats", "[\"pdf\"]", "/formats/0", "PC-R004" },
        { "/formats", "[null]", "/formats/0", "PC-R004" },
        { "/formats", "\"ob3\"", "/formats", "PC-R004" },
        { "/achievement", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "/achievement", "PC-R010" },
        { "/achievement", "\"' or 1=1\"", "/achievement", "PC-R010" },
        { "/achievement", "7", "/achievement", "PC-R004" },
    };

    [Theory, MemberData(nameof(WrongMembers))]
    public async Task A_wrong_member_is_refused_with_its_pointer(string member, string value, string pointer, string code)
    {
        var things = await Things.MakeAsync(service.First);
        var before = await CountAsync();
        var body = JsonNode.Parse(Samples.Award(things.AchievementId))!;
        var path = member.Split('/')[1..];
        var parent = path[..^1].Aggregate(body, (node, name) => name == "0" ? node[0]! : node[name]!);
        parent[path[^1]] = JsonNode.Parse(value);
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains((pointer, code), problem.Errors!.Select(error => (error.Pointer, error.Code)));
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task An_idempotency_key_that_is_none_is_refused(string key)
    {
        var things = await Things.MakeAsync(service.First);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards") { Content = Samples.Json(Samples.Award(things.AchievementId)) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await service.First.SendAsync(request);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private Task<long> CountAsync() => service.Database.CountAsync(
        "SELECT (SELECT count(*) FROM awards) + (SELECT count(*) FROM credentials) + (SELECT count(*) FROM learners) + (SELECT count(*) FROM idempotency_keys)");
}
