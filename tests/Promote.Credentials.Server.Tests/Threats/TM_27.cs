using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.People;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 27: somebody awards to themselves, decides about what they wrote, or finds a way round the second pair of eyes.</summary>
public sealed class TM_27(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    private static readonly string[] Everything = ["programmeManager", "assessor", "validator"];

    /// <summary>Spellings of one's own address.</summary>
    public static TheoryData<string> Spellings => new("{0}", "{1}", " {0}", "{0} ", "\t{0}");

    [Theory, MemberData(nameof(Spellings))]
    public async Task Ones_own_address_is_ones_own_however_it_is_spelt(string spelling)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var email = $"ä{Math.Abs(spelling.GetHashCode(StringComparison.Ordinal))}@fraud.example";
        using var person = await Staff.JoinAsync(service, email, Everything);
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
        var body = AwardRequest.For(seed);
        body["learner"] = new JsonObject
        {
            ["givenName"] = "Somebody", ["familyName"] = "Else",
            ["email"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, spelling, email, email.ToUpperInvariant().Normalize(NormalizationForm.FormD)),
        };

        using var awarded = await AwardRequest.SendAsync(client, body);

        Assert.True((int)awarded.StatusCode is 403 or 422, $"{awarded.StatusCode}");
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory]
    [InlineData("fourEyes")]
    [InlineData("assessmentRequired")]
    public async Task What_is_awarded_after_an_assessment_only_is_awarded_in_no_other_way(string policy)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed, $$"""{"{{policy}}": true}""");
        using var person = await Staff.JoinAsync(service, $"{policy}@fraud.example", Everything);
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        var award = AwardRequest.For(seed with { AchievementId = assessed.AchievementId });
        award["results"]![0]!["resultDescription"] = "points";
        using var direct = await AwardRequest.SendAsync(client, award);
        award["assessment"] = "AAAAAAAAAAAAAAAAAAAAAA";
        using var named = await AwardRequest.SendAsync(client, award);
        using var vouch = await assessed.Assessor.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "vouches", "scopes": ["awards:vouch", "awards:write"]}"""));

        Assert.Equal("PC-R027", (await Problem.ReadAsync(direct)).Code);
        Assert.True((int)named.StatusCode is 400 or 422, $"{named.StatusCode}");
        Assert.True((int)vouch.StatusCode is 403 or 422, $"{vouch.StatusCode}");
        Assert.Equal(0, await assessed.AwardsAsync());
    }

    [Fact]
    public async Task Nobody_of_those_who_wrote_an_assessment_confirms_it()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var opens = await ClientAsync(service, "opens@fraud.example");
        using var records = await ClientAsync(service, "records@fraud.example");
        using var submits = await ClientAsync(service, "submits@fraud.example");
        using var opened = await opens.PostAsync("/api/v1/assessments", Samples.Json(new JsonObject { ["achievement"] = assessed.AchievementId, ["learner"] = assessed.Learner.DeepClone() }.ToJsonString()));
        var id = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var recorded = await RecordAsync(records, id);
        await Assessed.TakeAsync(submits, id, "submit");

        foreach (var author in (HttpClient[])[opens, records, submits])
        {
            foreach (var (step, reason) in new[] { ("confirm", null), ("return", "Too little"), ("reject", "Not enough") })
            {
                using var own = await Assessed.StepAsync(author, id, step, reason);
                Assert.Equal("PC-R028", (await Problem.ReadAsync(own)).Code);
            }
        }

        Assert.Equal(0, await assessed.AwardsAsync());
    }

    [Fact]
    public async Task One_key_with_both_scopes_does_not_confirm_what_it_wrote()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;

        using var own = await Assessed.StepAsync(assessed.Assessor, id, "confirm");

        Assert.Equal("PC-R028", (await Problem.ReadAsync(own)).Code);
    }

    [Fact]
    public async Task What_is_submitted_or_confirmed_is_not_changed_any_more()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;
        foreach (var step in (string[])["submit", "confirm"])
        {
            using var changed = await assessed.RecordAsync(id, Assessed.Content(), "*");
            Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
            if (step == "submit")
            {
                await Assessed.TakeAsync(assessed.Validator, id, "confirm");
            }
        }

        using var rejected = await Assessed.StepAsync(assessed.Validator, id, "reject", "Too late");
        Assert.Equal(HttpStatusCode.Conflict, rejected.StatusCode);
    }

    [Fact]
    public async Task A_validator_writes_nothing_that_they_could_confirm()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.RecordedAsync();
        using var validator = await ClientAsync(service, "validator@fraud.example", "validator");

        using var recorded = await RecordAsync(validator, id);
        using var submitted = await Assessed.StepAsync(validator, id, "submit");
        using var confirmed = await Assessed.StepAsync(validator, id, "confirm");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Conflict), (recorded.StatusCode, submitted.StatusCode, confirmed.StatusCode));
    }

    [Fact]
    public async Task An_administrator_makes_nobody_of_themselves_who_decides()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        using var boss = await Staff.JoinAsync(service, "boss@fraud.example", "administrator");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(boss.Email));
        var own = (await client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items")[0].GetProperty("id").GetString();

        using var roles = await client.PutAsync($"/api/v1/people/{own}", Samples.Json("""{"roles": ["administrator", "assessor", "validator"]}"""));
        using var invited = await client.PostAsync("/api/v1/people", Samples.Json("""{"email": "BOSS@fraud.example", "roles": ["validator"]}"""));
        using var atTheDesk = await boss.PostAsync("/desk/people", ("email", "boss@FRAUD.example"), ("role", "validator"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Conflict, (HttpStatusCode)422), (roles.StatusCode, invited.StatusCode, atTheDesk.StatusCode));
    }

    [Fact]
    public async Task A_key_that_an_administrator_makes_has_no_right_that_they_lack_as_a_vouching_one()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        using var boss = await ClientAsync(service, "keys@fraud.example", "administrator");
        foreach (var scope in (string[])["awards:vouch", "issuers:create", "esco:write", "*", "awards:write awards:vouch"])
        {
            using var made = await boss.PostAsync("/api/v1/api-keys", Samples.Json(new JsonObject { ["name"] = "mine", ["scopes"] = new JsonArray(scope) }.ToJsonString()));
            Assert.True((int)made.StatusCode is 403 or 422, $"{scope}: {made.StatusCode}");
        }
    }

    [Fact]
    public async Task Renewing_is_no_way_round_an_assessment()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;
        var award = await assessed.AwardAsync(await Assessed.TakeAsync(assessed.Validator, id, "confirm"));
        using var manager = await ClientAsync(service, "manager@fraud.example", "programmeManager");

        using var renewed = await manager.PostAsync($"/api/v1/awards/{award.Id}/renew", Samples.Json("""{"awardedOn": "2026-04-20"}"""));

        Assert.Equal("PC-R027", (await Problem.ReadAsync(renewed)).Code);
        Assert.Equal(1, await assessed.AwardsAsync());
    }

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/assessments/{id}") { Content = Samples.Json(Assessed.Content().ToJsonString()) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return client.SendAsync(request);
    }

    private async Task<HttpClient> ClientAsync(TestedService service, string email, params string[] roles)
    {
        using var _ = await Staff.JoinAsync(service, email, roles.Length == 0 ? Everything : roles);
        return StartedWithProvider.ClientWith(service, services.Provider.Token(email));
    }
}
