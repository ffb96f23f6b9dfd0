using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Status;

[Trait("speed", "slow")]
public sealed class LifeOfAwardTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private static readonly string[] EveryForm = ["ob3", "ob3-ecdsa", "ob3-jwt", "ob3-jwt-es256", "ob2", "ob2-jwt"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_credential_is_never_green_in_any_form_and_at_any_address(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var (given, other) = (await Given.AwardAsync(service, seed, "ioana", EveryForm), await Given.AwardAsync(service, seed, "mihai"));
        Assert.Equal(("valid", "passed"), await given.VerdictAsync());
        Assert.False(await given.IsSetAsync());
        var hosted = new Uri((await given.DocumentAsync("ob2")).GetProperty("id").GetString()!).AbsolutePath;

        var answer = await given.ChangeAsync("revoke", "Awarded by mistake <b>");

        Assert.Equal(("revoked", "Awarded by mistake <b>"), (answer.GetProperty("status").GetString(), answer.GetProperty("reason").GetString()));
        Assert.Equal(Given.WithoutDelivery(answer), Given.WithoutDelivery(await given.ReadAsync()));
        Assert.Equal(EveryForm.Length, (await given.PlacesAsync()).Count);
        Assert.True(await given.IsSetAsync());
        Assert.False(await other.IsSetAsync());
        Assert.Equal(("invalid", "failed"), await given.VerdictAsync());
        Assert.Equal(("valid", "passed"), await other.VerdictAsync());
        var status = (await given.ReportAsync()).GetProperty("status");
        Assert.Equal(("revoked", "Awarded by mistake <b>"), (status.GetProperty("state").GetString(), status.GetProperty("reason").GetString()));
        foreach (var page in (string[])[$"/v/{given.PublicId}", $"/credentials/{given.HolderId}"])
        {
            var html = await given.PageAsync(page);
            Assert.Contains(Texts.In("en")["pages.verdict.revoked.headline"], html, StringComparison.Ordinal);
            Assert.Contains("Awarded by mistake &lt;b&gt;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("verdict tone-good", html, StringComparison.Ordinal);
            Assert.Contains("verdict tone-bad", html, StringComparison.Ordinal);
        }

        using var gone = await service.Anonymous.GetAsync(hosted);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Awarded by mistake", await service.Anonymous.GetStringAsync($"/ob2/issuers/{seed.Slug}/revocations"), StringComparison.Ordinal);
        Assert.Equal("invalid", await VerifiedAsync(given));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_suspended_credential_holds_no_more_and_a_reinstated_one_again(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var given = await Given.AwardAsync(service, seed, "ioana", "ob3", "ob2", "ob2-jwt", "europass");
        var hosted = new Uri((await given.DocumentAsync("ob2")).GetProperty("id").GetString()!).AbsolutePath;
        var europass = "/europass/" + (string)(await service.Database.QueryAsync($"SELECT document_id FROM credentials WHERE format = 'europass' AND award_id = '{given.Id}'"))[0][0].ToString()!.Split(':')[^1];

        Assert.Equal("suspended", (await given.ChangeAsync("suspend", "Under review")).GetProperty("status").GetString());

        Assert.True(await given.IsSetAsync());
        Assert.Equal(("invalid", "failed"), await given.VerdictAsync());
        Assert.Equal("suspended", (await given.ReportAsync()).GetProperty("status").GetProperty("state").GetString());
        Assert.Contains("verdict tone-held", await given.PageAsync($"/v/{given.PublicId}"), StringComparison.Ordinal);
        using var gone = await service.Anonymous.GetAsync(hosted);
        Assert.Equal((HttpStatusCode.Gone, "Under review"), (gone.StatusCode, (await gone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revocationReason").GetString()));
        Assert.Contains("Under review", await service.Anonymous.GetStringAsync($"/ob2/issuers/{seed.Slug}/revocations"), StringComparison.Ordinal);
        var record = await service.Anonymous.GetFromJsonAsync<JsonElement>(europass);
        Assert.Equal(("suspended", "Under review"), (record.GetProperty("status").GetString(), record.GetProperty("suspensionReason").GetString()));

        var reinstated = await given.ChangeAsync("reinstate", "Nothing was wrong");

        Assert.Equal("valid", reinstated.GetProperty("status").GetString());
        Assert.False(reinstated.TryGetProperty("reason", out _));
        Assert.False(await given.IsSetAsync());
        Assert.Equal(("valid", "passed"), await given.VerdictAsync());
        Assert.False((await given.ReportAsync()).TryGetProperty("status", out _));
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync(hosted)).StatusCode);
        Assert.DoesNotContain("Under review", await service.Anonymous.GetStringAsync($"/ob2/issuers/{seed.Slug}/revocations"), StringComparison.Ordinal);
        Assert.Equal("valid", (await service.Anonymous.GetFromJsonAsync<JsonElement>(europass)).GetProperty("status").GetString());
        Assert.Equal("valid", await VerifiedAsync(given));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_again_changes_nothing_and_what_is_final_stays_so(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var given = await Given.AwardAsync(service, seed);

        var suspended = await given.ChangeAsync("suspend", "Under review");
        Assert.Equal(Given.WithoutDelivery(suspended), Given.WithoutDelivery(await given.ChangeAsync("suspend", "Said again")));
        var reinstated = await given.ChangeAsync("reinstate", "Fine");
        Assert.Equal(Given.WithoutDelivery(reinstated), Given.WithoutDelivery(await given.ChangeAsync("reinstate", "Fine")));
        var revoked = await given.ChangeAsync("revoke", "Awarded by mistake");
        Assert.Equal(Given.WithoutDelivery(revoked), Given.WithoutDelivery(await given.ChangeAsync("revoke", "For another reason")));

        foreach (var operation in (string[])["suspend", "reinstate"])
        {
            using var refused = await given.PostAsync(operation, new { reason = "Too late" });
            Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (refused.StatusCode, (await Problem.ReadAsync(refused)).Code));
        }

        foreach (var operation in (string[])["replace", "renew"])
        {
            using var refused = await given.PostAsync(operation, new { awardedOn = "2026-03-20" });
            Assert.Equal((HttpStatusCode.Conflict, "PC-R011"), (refused.StatusCode, (await Problem.ReadAsync(refused)).Code));
        }

        Assert.Equal(3, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE subject = '{given.Id}' AND action <> 'award.issued'"));
        Assert.Equal(3, await service.Database.CountAsync($"SELECT count(*) FROM outbox WHERE subject = '{given.Id}' AND kind <> 'award.issued'"));
        Assert.Equal(3, await service.Database.CountAsync($"SELECT version FROM status_lists WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory]
    [InlineData("{}", "PC-R003")]
    [InlineData("""{"reason": ""}""", "PC-R003")]
    [InlineData("""{"reason": "a\u202eb"}""", "PC-R009")]
    [InlineData("""{"reason": "two\nlines"}""", "PC-R009")]
    [InlineData("""{"reason": "x", "until": "2027-01-01"}""", "PC-R002")]
    public async Task A_reason_is_a_safe_line(string body, string code)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var given = await Given.AwardAsync(service, seed);
        foreach (var operation in (string[])["revoke", "suspend", "reinstate"])
        {
            using var refused = await given.PostAsync(operation, body);
            Assert.Equal(code, (await Problem.ReadAsync(refused)).Code);
        }

        using var longer = await given.PostAsync("revoke", new { reason = new string('x', 501) });
        Assert.Equal("PC-R004", (await Problem.ReadAsync(longer)).Code);
        Assert.Equal("valid", (await given.ReadAsync()).GetProperty("status").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_who_change_one_award_at_once_change_it_once(Database kind)
    {
        var (one, seed) = await services.OnAsync(kind);
        var two = kind == Database.Postgres ? await services.NextToAsync(one, seed) : null;
        var database = one.Database;
        var given = await Given.AwardAsync(one, seed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            using var answer = await given.At(two is not null && i % 2 == 1 ? two : one).PostAsync(i % 3 == 0 ? "revoke" : "suspend", new { reason = $"Reason {i}" });
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict]));
        var own = $"issuer_id = '{seed.IssuerId}'";
        Assert.Equal("revoked", (await given.ReadAsync()).GetProperty("status").GetString());
        Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.revoked' AND {own}"));
        Assert.InRange(await database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.suspended' AND {own}"), 0, 1);
        Assert.Equal(
            await database.CountAsync($"SELECT count(*) FROM audit WHERE action IN ('award.revoked', 'award.suspended') AND {own}"),
            await database.CountAsync($"SELECT count(*) FROM outbox WHERE kind IN ('award.revoked', 'award.suspended') AND subject IN (SELECT id FROM awards WHERE {own})"));
        Assert.Equal(await database.CountAsync($"SELECT count(*) FROM audit WHERE action IN ('award.revoked', 'award.suspended') AND {own}"), await database.CountAsync($"SELECT version FROM status_lists WHERE {own}"));
        Assert.True(await given.IsSetAsync());
        Assert.True(two is null || await given.At(two).IsSetAsync());
    }

    [Theory, OnPostgres]
    public async Task Another_node_shows_a_change_at_once_and_signs_the_same_list(Database kind)
    {
        var (one, seed) = await services.OnAsync(kind);
        var two = await services.NextToAsync(one, seed);
        var given = await Given.AwardAsync(one, seed);
        Assert.False(await given.At(two).IsSetAsync());

        for (var i = 0; i < 5; i++)
        {
            await given.ChangeAsync("suspend", "Under review");
            Assert.True(await given.At(two).IsSetAsync());
            await given.At(two).ChangeAsync("reinstate", "Fine");
            Assert.False(await given.IsSetAsync());
        }

        var list = (await given.PlacesAsync())[0].List;
        Assert.Equal(await one.Anonymous.GetByteArrayAsync($"/status/{list}"), await two.Anonymous.GetByteArrayAsync($"/status/{list}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_in_the_middle_of_a_change_leaves_all_of_it_or_nothing(Database kind)
    {
        foreach (var (failpoint, happened) in ((string, bool)[])[("life-saved", false), ("life-committed", true)])
        {
            await CrashAsync(kind, failpoint, happened);
        }
    }

    private static async Task CrashAsync(Database kind, string failpoint, bool happened)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        Given given;
        await using (var dying = await ServiceProcess.StartAsync(database, Given.SameAddress, ("PROMOTE_FAILPOINT", failpoint)))
        {
            given = await Given.AwardAsync(dying, seed);
            await Assert.ThrowsAsync<HttpRequestException>(() => given.PostAsync("revoke", new { reason = "Awarded by mistake" }));
            await dying.UntilGoneAsync();
        }

        await using var service = await ServiceInside.StartAsync(database, Given.SameAddress);
        Assert.Equal(happened, await given.At(service).IsSetAsync());
        Assert.Equal(happened ? "revoked" : "valid", (await given.At(service).ReadAsync()).GetProperty("status").GetString());
        Assert.Equal(happened ? 1 : 0, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'award.revoked'"));
        await given.At(service).ChangeAsync("revoke", "Awarded by mistake");
        Assert.True(await given.At(service).IsSetAsync());
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'award.revoked'"));
    }

    private static async Task<string> VerifiedAsync(Given given)
    {
        using var answer = await given.Service.Anonymous.PostAsync("/api/v1/verify", Samples.Json((await given.DocumentAsync()).GetRawText()));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString()!;
    }
}
