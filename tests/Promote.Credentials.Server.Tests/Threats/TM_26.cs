using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.People;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 26: somebody who works for one issuer reaches for what is another's. Keys of other issuers are tried on every route by IsolationTests.</summary>
public sealed class TM_26(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    // Made by the first test that asks; xunit makes a new instance for each.
    private static (Owned Mine, Seed Other)? made;

    private static readonly string[] EveryRole = [.. Enum.GetValues<Role>().Select(RoleList.NameOf)];

    [Theory]
    [InlineData("GET", "/api/v1/awards/{award}", null)]
    [InlineData("POST", "/api/v1/awards/{award}/revoke", """{"reason": "Because"}""")]
    [InlineData("POST", "/api/v1/awards/{award}/suspend", """{"reason": "Because"}""")]
    [InlineData("POST", "/api/v1/awards/{award}/replace", "{}")]
    [InlineData("GET", "/api/v1/assessments/{assessment}", null)]
    [InlineData("POST", "/api/v1/assessments/{assessment}/confirm", null)]
    [InlineData("GET", "/api/v1/assessments/{assessment}/files/{file}", null)]
    [InlineData("DELETE", "/api/v1/assessments/{assessment}/files/{file}", null)]
    [InlineData("PUT", "/api/v1/people/{person}", """{"roles": [], "identifiers": []}""")]
    [InlineData("POST", "/api/v1/learners/{learner}/export", null)]
    [InlineData("POST", "/api/v1/learners/{learner}/erase", """{"reason": "requested"}""")]
    [InlineData("GET", "/desk/awards/{award}", null)]
    [InlineData("GET", "/desk/assessments/{assessment}", null)]
    [InlineData("POST", "/desk/awards/{award}", "do=revoke&reason=Because")]
    [InlineData("POST", "/desk/assessments/{assessment}", "do=confirm&revision=3")]
    public async Task Whoever_has_every_role_elsewhere_finds_nothing_here(string method, string route, string? body)
    {
        var (mine, foreigner, theirs) = await TwoIssuersAsync();
        using var _ = foreigner;
        using var known = await SendAsync(theirs, foreigner, method, Filled(route, mine), body);
        using var unknown = await SendAsync(theirs, foreigner, method, Filled(route, Unknown), body);

        Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await known.Content.ReadAsStringAsync());
        Assert.Equal("submitted", (string)(await services.ServiceOf(Database.Sqlite).Database.QueryAsync($"SELECT state FROM assessments WHERE id = '{mine.Assessment}'"))[0][0]);
    }

    [Fact]
    public async Task A_header_that_names_another_issuer_gives_no_right_there()
    {
        var (service, first) = await services.OnAsync(Database.Sqlite);
        using var person = await Staff.JoinAsync(service, "named@isolation.example", EveryRole);
        var second = services.Another(Database.Sqlite);
        foreach (var name in (string[])[second.Slug, second.IssuerId, "../" + first.Slug, "*", first.Slug + "," + second.Slug, first.Slug.ToUpperInvariant()])
        {
            using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email), name);
            using var answer = await client.GetAsync("/api/v1/people");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_was_removed_has_nothing_left_by_token_or_session()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        using var person = await Staff.JoinAsync(service, "removed@isolation.example", "administrator");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/people")).StatusCode);
        await PeopleTests.ChangeRolesAsync(service, person.Email);

        using var byToken = await client.GetAsync("/api/v1/people");
        using var bySession = await person.PostAsync("/desk/people", ("email", "mole@isolation.example"), ("role", "administrator"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (byToken.StatusCode, bySession.StatusCode));
    }

    [Fact]
    public async Task A_file_is_not_reached_through_an_assessment_of_ones_own()
    {
        var (mine, foreigner, theirs) = await TwoIssuersAsync();
        using var _ = foreigner;
        var service = services.ServiceOf(Database.Sqlite);
        using var ownAssessed = await Assessed.ByAsync(service, theirs.Seed);
        var own = await ownAssessed.OpenAsync();

        using var read = await theirs.Client.GetAsync($"/api/v1/assessments/{own}/files/{mine.File}");
        using var deleted = await theirs.Client.DeleteAsync($"/api/v1/assessments/{own}/files/{mine.File}");
        var content = Assessed.Content();
        content["evidence"] = new JsonArray(new JsonObject { ["name"] = "Theirs", ["file"] = mine.File });
        using var named = await ownAssessed.RecordAsync(own, content, "*");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, deleted.StatusCode));
        Assert.Equal("/evidence/0/file", Assert.Single((await Problem.ReadAsync(named)).Errors!).Pointer);
    }

    [Fact]
    public async Task Another_issuers_achievement_is_neither_assessed_nor_awarded()
    {
        var (mine, foreigner, theirs) = await TwoIssuersAsync();
        using var _ = foreigner;
        foreach (var achievement in (string[])[mine.Seed.AchievementId, Unknown.Award])
        {
            using var assessed = await theirs.Client.PostAsync("/api/v1/assessments", Samples.Json(new JsonObject { ["achievement"] = achievement, ["learner"] = new JsonObject { ["givenName"] = "A", ["familyName"] = "B", ["email"] = "a@b.example" } }.ToJsonString()));
            using var awarded = await AwardRequest.SendAsync(theirs.Client, AwardRequest.For(mine.Seed with { AchievementId = achievement }));
            Assert.Equal(("/achievement", "/achievement"), (Assert.Single((await Problem.ReadAsync(assessed)).Errors!).Pointer, Assert.Single((await Problem.ReadAsync(awarded)).Errors!).Pointer));
        }
    }

    [Fact]
    public async Task A_member_that_names_an_issuer_is_refused_where_nobody_asked_for_it()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var other = services.Another(Database.Sqlite);
        foreach (var member in (string[])["issuer", "issuerId", "tenant"])
        {
            var body = AwardRequest.For(seed);
            body[member] = other.IssuerId;
            using var award = await AwardRequest.SendAsync(service.Client, body);
            using var person = await service.Client.PostAsync("/api/v1/people", Samples.Json(new JsonObject { ["email"] = "a@isolation.example", ["roles"] = new JsonArray("reader"), [member] = other.IssuerId }.ToJsonString()));
            Assert.True((int)award.StatusCode is 400 or 422 && (int)person.StatusCode is 400 or 422, $"{member}: {award.StatusCode}, {person.StatusCode}");
        }

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE issuer_id = '{other.IssuerId}'"));
    }

    [Fact]
    public async Task Searching_finds_no_learner_of_another_issuer()
    {
        var (mine, foreigner, theirs) = await TwoIssuersAsync();
        using var _ = foreigner;
        using var found = await theirs.Client.PostAsync("/api/v1/learners/find", Samples.Json("""{"identifier": "platform-isolated"}"""));
        using var sought = await foreigner.PostAsync("/desk/awards", ("learner", "isolated@prison.example"));
        var page = await sought.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (found.StatusCode, sought.StatusCode));
        Assert.DoesNotContain(mine.Award, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_for_one_issuer_gets_no_role_that_its_person_has_at_another()
    {
        var (service, first) = await services.OnAsync(Database.Sqlite);
        using var person = await Staff.JoinAsync(service, "both@isolation.example", "reader");
        service.ActFor(services.Another(Database.Sqlite));
        using var accepted = await Staff.Stranger(service).PostAsync(await Staff.InviteAsync(service, person.Email, "administrator"), ("password", Staff.Password));
        service.ActFor(first);

        using var page = await person.GetAsync("/desk/people");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact]
    public async Task The_trail_of_one_issuer_names_no_act_at_another()
    {
        var (mine, foreigner, theirs) = await TwoIssuersAsync();
        using var _ = foreigner;
        var trail = await theirs.Client.GetStringAsync("/api/v1/audit?limit=100");

        Assert.All((string[])[mine.Award, mine.Assessment, mine.Person, mine.Learner], id => Assert.DoesNotContain(id, trail, StringComparison.Ordinal));
    }

    private static Owned Unknown { get; } = new(new("", "", ""), RandomId.New(), RandomId.New(), RandomId.New(), RandomId.New(), RandomId.New());

    private static string Filled(string route, Owned ids) => route.Replace("{award}", ids.Award, StringComparison.Ordinal).Replace("{assessment}", ids.Assessment, StringComparison.Ordinal)
        .Replace("{file}", ids.File, StringComparison.Ordinal).Replace("{person}", ids.Person, StringComparison.Ordinal).Replace("{learner}", ids.Learner, StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(Foreigner theirs, Staff foreigner, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, path.StartsWith("/desk", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json");
        }

        return path.StartsWith("/desk", StringComparison.Ordinal) ? await foreigner.SendAsync(request) : await theirs.Client.SendAsync(request);
    }

    // One of everything at one issuer, and somebody with every role at another.
    private async Task<(Owned Mine, Staff Foreigner, Foreigner Theirs)> TwoIssuersAsync()
    {
        if (made is null)
        {
            var (service, seed) = await services.OnAsync(Database.Sqlite);
            using var assessed = await Assessed.ByAsync(service, seed);
            var award = (await Given.AwardAsync(service, seed, "isolated")).Id;
            var assessment = await assessed.OpenAsync();
            var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7\n{new string('.', 700)}\n%%EOF\n");
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "a.pdf" };
            using var uploaded = await assessed.Assessor.PostAsync($"/api/v1/assessments/{assessment}/files", content);
            var file = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            using var recorded = await assessed.RecordAsync(assessment, Assessed.Content(), "*");
            await Assessed.TakeAsync(assessed.Assessor, assessment, "submit");
            using var invited = await service.Client.PostAsync("/api/v1/people", Samples.Json("""{"email": "mine@isolation.example", "roles": ["reader"]}"""));
            var person = (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("person").GetProperty("id").GetString()!;
            made = (new(seed, award, assessment, file, person, await Things.LearnerAsync(service.Client, "platform-isolated")), services.Another(Database.Sqlite));
        }

        var (mine, other) = made.Value;
        var running = services.ServiceOf(Database.Sqlite);
        running.ActFor(other);
        var foreigner = await Staff.JoinAsync(running, $"{RandomId.New()}@isolation.example", EveryRole);
        return (mine, foreigner, new(other, StartedWithProvider.ClientWith(running, services.Provider.Token(foreigner.Email))));
    }

    private sealed record Owned(Seed Seed, string Award, string Assessment, string File, string Person, string Learner);

    private sealed record Foreigner(Seed Seed, HttpClient Client);
}
