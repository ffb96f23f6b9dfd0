using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Somebody who works for an issuer is the learner under each id by which its platforms know them, not under their address only.</summary>
public sealed class OwnIdentifierTests(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    private const string Subject = "subject-at-the-provider";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_says_by_which_ids_platforms_know_somebody(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"said.{kind}@own.example", "assessor");

        Assert.Equal(["Secret-id-1", "Secret-id-2"], await SayAsync(service, person, ["Secret-id-2", "Secret-id-1", "Secret-id-2"]));
        Assert.Equal(["Secret-id-1", "Secret-id-2"], await SayAsync(service, person, null));
        var listed = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items")[0];
        Assert.Equal(2, listed.GetProperty("identifiers").GetArrayLength());
        Assert.Equal([], (await EveryTable.OfAsync(service.Database)).Where(table => table.Text.Contains("Secret-id", StringComparison.OrdinalIgnoreCase)).Select(table => table.Name));
        Assert.DoesNotContain("Secret-id", service.Output, StringComparison.Ordinal);
        Assert.Equal(["Secret-id-3"], await SayAsync(service, person, ["Secret-id-3"]));
        Assert.Equal([], await SayAsync(service, person, []));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_id_is_of_one_person_at_each_issuer(Database kind)
    {
        var (service, first) = await services.OnAsync(kind);
        using var one = await Staff.JoinAsync(service, $"first.{kind}@own.example", "assessor");
        using var two = await Staff.JoinAsync(service, $"second.{kind}@own.example", "assessor");
        _ = await SayAsync(service, one, ["staff-1"]);

        using var taken = await SendAsync(service, two, ["staff-2", "staff-1"]);
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Equal(("/identifiers/1", "PC-R011"), Assert.Single((await Problem.ReadAsync(taken)).Errors!) is var error ? (error.Pointer, error.Code) : default);

        service.ActFor(services.Another(kind));
        using var elsewhere = await Staff.JoinAsync(service, $"third.{kind}@own.example", "assessor");
        Assert.Equal(["staff-1"], await SayAsync(service, elsewhere, ["staff-1"]));
        service.ActFor(first);
        Assert.Equal(["staff-1"], await SayAsync(service, one, null));
    }

    [Theory]
    [InlineData("""{"roles": ["assessor"], "identifiers": [""]}""", "/identifiers/0", "PC-R003")]
    [InlineData("""{"roles": ["assessor"], "identifiers": ["a", "  "]}""", "/identifiers/1", "PC-R003")]
    [InlineData("""{"roles": ["assessor"], "identifiers": ["a\nb"]}""", "/identifiers/0", "PC-R009")]
    [InlineData("""{"roles": ["assessor"], "identifiers": ["1","2","3","4","5","6","7","8","9","10","11"]}""", "/identifiers", "PC-R004")]
    [InlineData("""{"roles": ["assessor"], "identifiers": [7]}""", "/identifiers/0", "PC-R004")]
    [InlineData("""{"roles": ["assessor"], "identifiers": [null]}""", "/identifiers/0", "PC-R004")]
    public async Task What_is_no_id_is_refused_and_changes_nothing(string body, string pointer, string code)
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        using var person = await Staff.JoinAsync(service, $"{Math.Abs(body.GetHashCode(StringComparison.Ordinal))}@own.example", "assessor");
        using var answer = await service.Client.PutAsync($"/api/v1/people/{await IdOfAsync(service, person)}", Samples.Json(body));

        var error = Assert.Single((await Problem.ReadAsync(answer)).Errors!);
        Assert.Equal((pointer, code), (error.Pointer, error.Code));
        Assert.Equal([], await SayAsync(service, person, null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_says_by_which_ids_they_are_known_themselves(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var boss = await Staff.JoinAsync(service, $"boss.{kind}@own.example", "administrator");
        _ = await SayAsync(service, boss, ["boss-1"], "administrator");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(boss.Email));

        using var answer = await client.PutAsync($"/api/v1/people/{await IdOfAsync(service, boss)}", Samples.Json("""{"roles": ["administrator"], "identifiers": []}"""));

        Assert.Equal((HttpStatusCode.Forbidden, "PC-R028"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_awards_or_assesses_a_learner_with_an_id_of_their_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"self.{kind}@own.example", "assessor", "programmeManager");
        _ = await SayAsync(service, person, ["staff-17", "staff-18"], "assessor", "programmeManager");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        using var assessed = await Assessed.ByAsync(service, seed);
        foreach (var identifier in (string[])["staff-17", "staff-18"])
        {
            var learner = Learner(identifier);
            await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, learner)));
            await AssertAboutOneselfAsync(client.PostAsync("/api/v1/assessments", Samples.Json(new JsonObject { ["achievement"] = assessed.AchievementId, ["learner"] = learner.DeepClone() }.ToJsonString())));
        }

        using var another = await client.PostAsync("/api/v1/awards", Award(seed, Learner("staff-19")));
        Assert.Equal(HttpStatusCode.Created, another.StatusCode);
        using var atTheDesk = await person.PostAsync("/desk/assessments/new", ("achievement", assessed.AchievementId), ("givenName", "Test"), ("familyName", "Person"), ("email", person.Email));
        Assert.Equal((HttpStatusCode)422, atTheDesk.StatusCode);
        _ = await SayAsync(service, person, [], "assessor", "programmeManager");
        using var noLonger = await client.PostAsync("/api/v1/awards", Award(seed, Learner("staff-17")));
        Assert.Equal(HttpStatusCode.Created, noLonger.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_decides_about_a_learner_with_an_id_of_their_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"decides.{kind}@own.example", "assessor", "validator");
        using var assessed = await Assessed.ByAsync(service, seed);
        assessed.Learner["identifier"] = "staff-17";
        var id = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;
        _ = await SayAsync(service, person, ["staff-17"], "assessor", "validator");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));

        foreach (var (step, reason) in new[] { ("confirm", null), ("return", "Too little"), ("reject", "Not enough") })
        {
            await AssertAboutOneselfAsync(Assessed.StepAsync(client, id, step, reason));
        }

        Assert.Equal("confirmed", (await Assessed.TakeAsync(assessed.Validator, id, "confirm")).GetProperty("state").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_changes_what_became_of_an_award_of_their_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"life.{kind}@own.example", "programmeManager");
        _ = await SayAsync(service, person, ["platform-ioana"], "programmeManager");
        var award = await Given.AwardAsync(service, seed);
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        foreach (var (operation, body) in new[]
        {
            ("suspend", """{"reason": "Because"}"""), ("reinstate", """{"reason": "Because"}"""), ("revoke", """{"reason": "Because"}"""), ("renew", """{"awardedOn": "2026-04-20"}"""), ("replace", "{}"),
            ("replace", """{"learner": {"givenName": "Somebody", "familyName": "Else", "email": "else@prison.example"}}"""),
        })
        {
            await AssertAboutOneselfAsync(client.PostAsync($"/api/v1/awards/{award.Id}/{operation}", Samples.Json(body)));
        }

        using var atTheDesk = await person.PostAsync($"/desk/awards/{award.Id}", ("do", "revoke"), ("reason", "Because"));
        Assert.Equal((HttpStatusCode)422, atTheDesk.StatusCode);
        Assert.Equal("valid", (await award.ReadAsync()).GetProperty("status").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_comes_with_a_token_is_the_learner_whose_id_is_its_subject(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"subject.{kind}@own.example", "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email, token => token.Claims["sub"] = Subject));
        using var other = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email, token => token.Claims["sub"] = "another"));

        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner(Subject))));
        using var awarded = await other.PostAsync("/api/v1/awards", Award(seed, Learner(Subject)));
        Assert.Equal(HttpStatusCode.Created, awarded.StatusCode);
        using var nobody = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email, token => token.Claims.Remove("sub")));
        using var refused = await nobody.GetAsync("/api/v1/achievements");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leaving_the_address_out_makes_nobody_else_of_a_learner_who_is_known_with_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"known.{kind}@own.example", "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));

        // First by the address alone; then the platform gives the same learner an id.
        using var byAddress = await service.Client.PostAsync("/api/v1/awards", Award(seed, Learner(null, person.Email)));
        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner(null, person.Email.ToUpperInvariant()))));
        using var withId = await service.Client.PostAsync("/api/v1/awards", Award(seed, Learner("second-id", person.Email)));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (byAddress.StatusCode, withId.StatusCode));
        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner("second-id"))));
        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner("second-id", "else@prison.example"))));
        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner("third-id", person.Email))));

        // The platform itself names them by the id alone from now on: what is left to know them by is what an administrator said.
        using var withoutAddress = await service.Client.PostAsync("/api/v1/awards", Award(seed, Learner("second-id")));
        Assert.Equal(HttpStatusCode.Created, withoutAddress.StatusCode);
        _ = await SayAsync(service, person, ["second-id"]);
        await AssertAboutOneselfAsync(client.PostAsync("/api/v1/awards", Award(seed, Learner("second-id"))));
    }

    private static async Task AssertAboutOneselfAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.Equal((HttpStatusCode.Forbidden, "PC-R028"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    private static JsonObject Learner(string? identifier, string? email = null)
    {
        var learner = new JsonObject { ["givenName"] = "Test", ["familyName"] = "Person" };
        if (identifier is not null)
        {
            learner["identifier"] = identifier;
        }

        if (email is not null)
        {
            learner["email"] = email;
        }

        return learner;
    }

    private static StringContent Award(Seed seed, JsonObject learner)
    {
        var body = AwardRequest.For(seed);
        body["learner"] = learner.DeepClone();
        return Samples.Json(body.ToJsonString());
    }

    private static async Task<string> IdOfAsync(TestedService service, Staff person) =>
        (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("email").GetString() == person.Email).GetProperty("id").GetString()!;

    private static async Task<HttpResponseMessage> SendAsync(TestedService service, Staff person, string[]? identifiers, params string[] roles)
    {
        var body = new JsonObject { ["roles"] = JsonSerializer.SerializeToNode(roles.Length == 0 ? ["assessor"] : roles) };
        if (identifiers is not null)
        {
            body["identifiers"] = JsonSerializer.SerializeToNode(identifiers);
        }

        return await service.Client.PutAsync($"/api/v1/people/{await IdOfAsync(service, person)}", Samples.Json(body.ToJsonString()));
    }

    private static async Task<IEnumerable<string?>> SayAsync(TestedService service, Staff person, string[]? identifiers, params string[] roles)
    {
        using var answer = await SendAsync(service, person, identifiers, roles);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("identifiers").EnumerateArray().Select(one => one.GetString())];
    }
}
