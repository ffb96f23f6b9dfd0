using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 32: after an erasure somebody still finds the learner, in an assessment, a file or an award. What a dump holds is looked at by EraseLearnerTests.</summary>
public sealed class TM_32(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Canary = "zanary32";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_of_an_erased_learner_is_not_there_for_anybody(Database kind)
    {
        using var left = await ErasedAsync(kind, "file");
        foreach (var client in (HttpClient[])[left.Assessed.Assessor, left.Assessed.Validator])
        {
            using var answer = await client.GetAsync($"/api/v1/assessments/{left.Assessment}/files/{left.File}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(0, await left.Service.Database.CountAsync($"SELECT count(*) FROM assessment_file_parts WHERE file_id = '{left.File}'"));
        using var again = await UploadAsync(left.Assessed.Assessor, left.Assessment, "more");
        Assert.True((int)again.StatusCode is 404 or 409, $"{again.StatusCode}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_goes_on_with_the_assessment_of_an_erased_learner(Database kind)
    {
        using var left = await ErasedAsync(kind, "steps");
        foreach (var (client, step, reason) in new[]
        {
            (left.Assessed.Assessor, "submit", (string?)null), (left.Assessed.Validator, "confirm", null), (left.Assessed.Validator, "return", "Because"), (left.Assessed.Validator, "reject", "Because"), (left.Assessed.Assessor, "appeal", "Because"),
        })
        {
            using var answer = await Assessed.StepAsync(client, left.Assessment, step, reason);
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{step}: {answer.StatusCode}");
        }

        using var recorded = await left.Assessed.RecordAsync(left.Assessment, Assessed.Content(), "*");
        Assert.Equal(HttpStatusCode.Conflict, recorded.StatusCode);
        Assert.Equal(1, await left.Assessed.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_answer_of_the_API_names_an_erased_learner(Database kind)
    {
        using var left = await ErasedAsync(kind, "answers");
        foreach (var path in (string[])[$"/api/v1/assessments/{left.Assessment}", "/api/v1/assessments", $"/api/v1/awards/{left.Award.Id}", "/api/v1/awards", "/api/v1/audit?limit=100"])
        {
            Assert.DoesNotContain(Canary, await left.Assessed.Assessor.GetStringAsync(path), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_page_of_the_desk_names_an_erased_learner(Database kind)
    {
        using var left = await ErasedAsync(kind, "pages");
        using var person = await Staff.JoinAsync(left.Service, $"reader.{kind}@erased.example", "administrator", "programmeManager", "assessor", "validator", "reader");
        foreach (var path in (string[])["/desk", "/desk/awards", $"/desk/awards/{left.Award.Id}", $"/desk/assessments/{left.Assessment}"])
        {
            using var page = await person.GetAsync(path);
            Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path}: {page.StatusCode}");
            Assert.DoesNotContain(Canary, await page.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_looks_for_an_erased_learner_finds_what_they_typed_and_nothing_else(Database kind)
    {
        using var left = await ErasedAsync(kind, "search");
        using var person = await Staff.JoinAsync(left.Service, $"seeks.{kind}@erased.example", "programmeManager");
        foreach (var body in (string[])["""{"identifier": "zanary32-search"}""", """{"email": "zanary32.search@prison.example"}"""])
        {
            using var found = await left.Assessed.Assessor.PostAsync("/api/v1/learners/find", Samples.Json(body));
            Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
        }

        using var sought = await person.PostAsync("/desk/awards", ("learner", "zanary32.search@prison.example"));
        Assert.DoesNotContain(left.Award.Id, await sought.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_of_an_erased_learner_is_not_made_anew(Database kind)
    {
        using var left = await ErasedAsync(kind, "anew");
        foreach (var (operation, body) in new[] { ("replace", "{}"), ("renew", """{"awardedOn": "2026-04-20"}""") })
        {
            using var answer = await left.Assessed.Assessor.PostAsync($"/api/v1/awards/{left.Award.Id}/{operation}", Samples.Json(body));
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{operation}: {answer.StatusCode}");
        }

        using var export = await left.Assessed.Assessor.PostAsync($"/api/v1/learners/{left.Learner}/export", null);
        Assert.Equal(HttpStatusCode.NotFound, export.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_page_and_the_credential_of_an_erased_learner_are_as_unknown_ones(Database kind)
    {
        using var left = await ErasedAsync(kind, "public");
        foreach (var (path, id) in new[] { ("/v/{0}", left.Award.PublicId), ("/credentials/{0}", left.Award.HolderId), ("/credentials/{0}?format=ob3", left.Award.HolderId) })
        {
            using var erased = await left.Service.Anonymous.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
            using var unknown = await left.Service.Anonymous.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, RandomId.New()));
            Assert.Equal((HttpStatusCode.NotFound, await unknown.Content.ReadAsStringAsync()), (erased.StatusCode, await erased.Content.ReadAsStringAsync()));
        }

        Assert.True(await left.Award.IsSetAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erasing_a_learner_ends_no_account_of_somebody_who_works_here(Database kind)
    {
        using var left = await ErasedAsync(kind, "works");
        using var person = await Staff.JoinAsync(left.Service, $"{Canary}.works@prison.example", "assessor");

        Assert.Contains("Test Person", await person.ReadAsync("/desk"), StringComparison.Ordinal);
        using var opened = await person.PostAsync("/desk/assessments/new", ("achievement", left.Assessed.AchievementId), ("givenName", "Test"), ("familyName", "Person"), ("email", person.Email));
        Assert.Equal((HttpStatusCode)422, opened.StatusCode);
    }

    private async Task<Left> ErasedAsync(Database kind, string name)
    {
        var (service, seed) = await services.OnAsync(kind);
        var assessed = await Assessed.ByAsync(service, seed);
        foreach (var (member, value) in new[] { ("givenName", Canary), ("familyName", Canary), ("email", $"{Canary}.{name}@prison.example"), ("identifier", $"{Canary}-{name}") })
        {
            assessed.Learner[member] = value;
        }

        var first = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;
        var award = await assessed.AwardAsync(await Assessed.TakeAsync(assessed.Validator, first, "confirm"));
        var id = await assessed.OpenAsync();
        using var uploaded = await UploadAsync(assessed.Assessor, id, Canary);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var file = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var content = Assessed.Content();
        content["narrative"] = Canary;
        content["evidence"] = new JsonArray(new JsonObject { ["name"] = Canary, ["file"] = file });
        using var recorded = await assessed.RecordAsync(id, content, "*");
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        await Assessed.TakeAsync(assessed.Validator, id, "return", Canary);
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        var learner = await Things.LearnerAsync(assessed.Assessor, $"{Canary}-{name}");
        using var erased = await assessed.Assessor.PostAsync($"/api/v1/learners/{learner}/erase", Samples.Json("""{"reason": "requested"}"""));
        Assert.True(erased.StatusCode == HttpStatusCode.OK, await erased.Content.ReadAsStringAsync());
        return new(service, assessed, award, id, file, learner);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string id, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}{new string('.', 3000)}\n%%EOF\n"));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{text}.pdf" };
        return await client.PostAsync($"/api/v1/assessments/{id}/files", content);
    }

    private sealed record Left(TestedService Service, Assessed Assessed, Given Award, string Assessment, string File, string Learner) : IDisposable
    {
        public void Dispose() => Assessed.Dispose();
    }
}
