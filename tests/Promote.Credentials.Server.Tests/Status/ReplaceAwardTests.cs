using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Status;

[Trait("speed", "slow")]
public sealed class ReplaceAwardTests(StartedWithMail services) : IClassFixture<StartedWithMail>
{
    private const string NewName = """{"learner": {"givenName": "Ioana", "familyName": "Corectată", "email": "ioana@prison.example", "identifier": "platform-ioana"}, "reason": "The name was misspelt"}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_replaced_award_leads_to_the_corrected_one_and_the_learner_gets_its_link(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        var old = await Given.AwardAsync(service, seed, "ioana", "ob3", "ob2");
        await sink.UntilAsync(mail => mail.Text.Contains(old.HolderId, StringComparison.Ordinal));

        var next = await ReplaceAsync(old, NewName);

        var (before, after) = (await old.ReadAsync(), await next.ReadAsync());
        Assert.Equal(("replaced", "The name was misspelt", next.Id), (Text(before, "status"), Text(before, "reason"), Text(before, "replacedBy")));
        Assert.Equal(("valid", old.Id), (Text(after, "status"), Text(after, "replaces")));
        Assert.True(await old.IsSetAsync());
        Assert.False(await next.IsSetAsync());
        Assert.Equal(("invalid", "failed"), await old.VerdictAsync());
        Assert.Equal(("valid", "passed"), await next.VerdictAsync());
        Assert.Equal((await old.DocumentAsync()).GetProperty("awardedDate").GetString(), (await next.DocumentAsync()).GetProperty("awardedDate").GetString());
        Assert.Equal("92", (await next.DocumentAsync()).GetProperty("credentialSubject").GetProperty("result")[0].GetProperty("value").GetString());

        // The old public page leads to the new public page; nothing leads from the old holder's link to the new one.
        var status = (await old.ReportAsync()).GetProperty("status");
        Assert.Equal(("replaced", $"{service.Url}v/{next.PublicId}"), (Text(status, "state"), Text(status, "replacedBy")));
        var page = await old.PageAsync($"/v/{old.PublicId}");
        Assert.Contains($"href=\"{service.Url}v/{next.PublicId}\"", page, StringComparison.Ordinal);
        Assert.Contains("verdict tone-replaced", page, StringComparison.Ordinal);
        Assert.Contains(Texts.In("en")["pages.verdict.replaced.headline"], page, StringComparison.Ordinal);
        var holders = await old.PageAsync($"/credentials/{old.HolderId}");
        Assert.Contains(WebUtility.HtmlEncode(Texts.In("en")["holder.replaced"]), holders, StringComparison.Ordinal);
        foreach (var secret in (string[])[next.HolderId, next.Id, next.PublicId])
        {
            Assert.DoesNotContain(secret, holders, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(next.HolderId, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Corectat", page, StringComparison.Ordinal);

        var mail = await sink.UntilAsync(mail => mail.Text.Contains(next.HolderId, StringComparison.Ordinal));
        Assert.Contains("has replaced your credential", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.replaced' AND subject = '{old.Id}'"));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM outbox WHERE kind = 'award.replaced' AND subject = '{old.Id}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_request_replaces_once_and_another_one_not_at_all(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var (old, other) = (await Given.AwardAsync(service, seed), await Given.AwardAsync(service, seed, "mihai"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            using var answer = await old.PostAsync("replace", NewName, i % 2 == 0 ? "the-same" : null);
            return (answer.StatusCode, Body: await answer.Content.ReadAsStringAsync());
        }));

        Assert.Single(answers.Where(answer => answer.StatusCode == HttpStatusCode.Created).Select(answer => answer.Body).Distinct());
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.Conflict]));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE replaces_award_id IS NOT NULL AND issuer_id = '{seed.IssuerId}'"));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.replaced' AND issuer_id = '{seed.IssuerId}'"));

        // The key belongs to the award in the path, too.
        using var first = await other.PostAsync("replace", "{}", "a-key");
        using var again = await other.PostAsync("replace", "{}", "a-key");
        using var elsewhere = await (await Given.AwardAsync(service, seed, "elena")).PostAsync("replace", "{}", "a-key");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.NotEqual(HttpStatusCode.Created, elsewhere.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_while_replacing_leaves_no_award_without_the_other(Database kind)
    {
        foreach (var failpoint in (string[])["issue-4", "issue-5", "issue-7", "issue-8"])
        {
            await CrashAsync(kind, failpoint);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_renewed_award_stays_and_both_name_each_other(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var old = await Given.AwardAsync(service, seed);

        using var answer = await old.PostAsync("renew", """{"awardedOn": "2026-04-01", "validUntil": "2031-04-01"}""", "once");
        using var repeated = await old.PostAsync("renew", """{"awardedOn": "2026-04-01", "validUntil": "2031-04-01"}""", "once");
        using var another = await old.PostAsync("renew", """{"awardedOn": "2026-04-01"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(await answer.Content.ReadAsStringAsync(), await repeated.Content.ReadAsStringAsync());
        Assert.Equal("PC-R011", (await Problem.ReadAsync(another)).Code);
        var next = Given.Of(service, await answer.Content.ReadFromJsonAsync<JsonElement>());
        var (before, after) = (await old.ReadAsync(), await next.ReadAsync());
        Assert.Equal(("valid", next.Id), (Text(before, "status"), Text(before, "renewedBy")));
        Assert.Equal(("valid", old.Id, "2031-04-01T00:00:00Z"), (Text(after, "status"), Text(after, "renews"), Text(after, "validUntil")));
        Assert.Equal(("valid", "passed"), await old.VerdictAsync());
        Assert.Equal("2026-04-01T00:00:00Z", (await next.DocumentAsync()).GetProperty("awardedDate").GetString());
    }

    private static async Task CrashAsync(Database kind, string failpoint)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        Given old;

        // The first award passes every point once, the replacement is the second.
        await using (var dying = await ServiceProcess.StartAsync(database, Given.SameAddress, ("PROMOTE_FAILPOINT", $"{failpoint}:2")))
        {
            old = await Given.AwardAsync(dying, seed);
            await Assert.ThrowsAsync<HttpRequestException>(() => old.PostAsync("replace", NewName, "a-key"));
            await dying.UntilGoneAsync();
        }

        await using var service = await ServiceInside.StartAsync(database, Given.SameAddress);
        var promised = failpoint != "issue-4";
        Assert.Equal(promised ? "replaced" : "valid", Text(await old.At(service).ReadAsync(), "status"));
        Assert.Equal(promised, await old.At(service).IsSetAsync());

        var next = await ReplaceAsync(old.At(service), NewName, "a-key");
        Assert.Equal(next.Id, Text(await old.At(service).ReadAsync(), "replacedBy"));
        Assert.Equal(("valid", "passed"), await next.VerdictAsync());
        Assert.True(await old.At(service).IsSetAsync());
        Assert.Equal(2, await database.CountAsync("SELECT count(*) FROM awards"));
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'award.replaced'"));
    }

    private static async Task<Given> ReplaceAsync(Given old, string body, string? key = null)
    {
        using var answer = await old.PostAsync("replace", body, key);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Given.Of(old.Service, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
