using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>What somebody finds who types, in what a new installation begins with.</summary>
public sealed class SearchTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_prison_officer_is_found_by_every_name_in_every_spelling(Database kind)
    {
        var service = await OnAsync(kind);
        foreach (var (asked, language, label, matched) in new[]
        {
            ("prison", "en", "prison officer", null),
            ("PRISON OFF", "en", "prison officer", null),
            ("jailer", "en", "prison officer", "jailer"),
            ("Custody-officer", "en", "prison officer", "prisoner custody officer"),
            ("agent penitenciar", "ro", "agent penitenciar", null),
            ("agent sef", "ro", "agent penitenciar", "agent șef adjunct penitenciar"),
            ("gefangniswarter", "de", "Justizvollzugsbeamter/Justizvollzugsbeamtin", "Gefängniswärter"),
            ("Justizvollzugsbeamtin", "de", "Justizvollzugsbeamter/Justizvollzugsbeamtin", null),
            ("ikalinimo", "lt", "įkalinimo įstaigos pareigūnas", null),
            ("faengsels", "da", "fængselsbetjent", null),
        })
        {
            var items = await ItemsAsync(service, "occupations", asked, language);
            var hit = items.Single(item => item.GetProperty("uri").GetString() == SharedEsco.PrisonOfficer);
            Assert.Equal((label, language), (hit.GetProperty("label").GetString(), hit.GetProperty("language").GetString()));
            Assert.Equal(matched, hit.TryGetProperty("matched", out var name) ? name.GetString() : null);
            Assert.Equal(("5413", "5413.2"), (hit.GetProperty("iscoGroup").GetString(), hit.GetProperty("code").GetString()));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Preferred_names_come_first_and_no_concept_comes_twice(Database kind)
    {
        var service = await OnAsync(kind);
        var items = await ItemsAsync(service, "occupations", "prison", "en", 50);
        var byOtherName = items.Select(item => item.TryGetProperty("matched", out _)).ToArray();
        Assert.Contains(true, byOtherName);
        Assert.Equal(byOtherName.Order(), byOtherName);
        Assert.Equal(items.Count, items.Select(item => item.GetProperty("uri").GetString()).Distinct().Count());
        Assert.Equal(items.Take(3).Select(Uri), (await ItemsAsync(service, "occupations", "prison", "en", 3)).Select(Uri));
        Assert.StartsWith("prison", items[0].GetProperty("label").GetString(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_skill_without_a_name_in_the_language_answers_in_English(Database kind)
    {
        var service = await OnAsync(kind);
        Assert.All(await ItemsAsync(service, "skills", "correctional", "ro"), item => Assert.Equal("en", item.GetProperty("language").GetString()));
        Assert.Contains(await ItemsAsync(service, "skills", "strafvollzugs", "de"), item => item.GetProperty("language").GetString() == "de");
        Assert.Contains(await ItemsAsync(service, "skills", "anti-oppressive", "nl"), item => item.GetProperty("language").GetString() == "en");
        Assert.Empty(await ItemsAsync(service, "skills", "prison officer zzz", "en"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_concept_shows_its_names_in_all_languages_and_an_occupation_its_skills(Database kind)
    {
        const string counsellor = "http://data.europa.eu/esco/occupation/5727b567-993d-4d41-a13d-81a6af1a9a8e";
        var service = await OnAsync(kind);
        var concept = await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/esco/concepts?language=de&uri={counsellor}");
        Assert.Equal(["da", "de", "en", "it", "lt", "nl", "pt", "ro"], concept.GetProperty("labels").EnumerateObject().Select(label => label.Name));
        Assert.Equal("social counsellor", concept.GetProperty("labels").GetProperty("en").GetProperty("preferred").GetString());
        Assert.Equal((42, 46), (concept.GetProperty("essentialSkills").GetArrayLength(), concept.GetProperty("optionalSkills").GetArrayLength()));
        Assert.Contains(concept.GetProperty("essentialSkills").EnumerateArray(), skill => skill.TryGetProperty("label", out _));
        Assert.Equal(Attribution, concept.GetProperty("attribution").GetString());

        var skill = await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/esco/concepts?uri={concept.GetProperty("essentialSkills")[0].GetProperty("uri").GetString()}");
        Assert.Equal("skill", skill.GetProperty("kind").GetString());
        Assert.False(skill.TryGetProperty("essentialSkills", out _));
    }

    [Theory]
    [InlineData("occupations?q=p", "/q")]
    [InlineData("occupations?q=%20-%20", "/q")]
    [InlineData("skills", "/q")]
    [InlineData("skills?q=prison&language=tr", "/language")]
    [InlineData("skills?q=prison&language=EN", "/language")]
    [InlineData("skills?q=prison&limit=0", "/limit")]
    [InlineData("skills?q=prison&limit=51", "/limit")]
    [InlineData("concepts", "/uri")]
    [InlineData("concepts?uri=https://example.org/", "/uri")]
    [InlineData("concepts?uri=http://data.europa.eu/esco/skill/1&language=xx", "/language")]
    public async Task A_question_that_cannot_be_answered_says_which_part_of_it(string question, string pointer)
    {
        var service = await OnAsync(Database.Sqlite);
        using var answer = await service.First.GetAsync($"/api/v1/esco/{question}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(pointer, (await Problem.ReadAsync(answer)).Errors!.Single().Pointer);
    }

    [Fact]
    public async Task A_key_without_the_scope_finds_nothing_and_an_issuers_key_imports_nothing()
    {
        var service = await OnAsync(Database.Sqlite);
        foreach (var path in new[] { "occupations?q=prison", "skills?q=prison", $"concepts?uri={SharedEsco.PrisonOfficer}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await service.Powerless.GetAsync($"/api/v1/esco/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await service.Anonymous.GetAsync($"/api/v1/esco/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await service.Second.GetAsync($"/api/v1/esco/{path}")).StatusCode);
        }

        using var file = new StringContent("occupationUri,relationType,skillUri\n");
        Assert.Equal(HttpStatusCode.Forbidden, (await service.First.PostAsync("/api/v1/esco/imports", file)).StatusCode);
    }

    private const string Attribution = "This service uses the ESCO classification of the European Commission.";

    private async Task<RunningService> OnAsync(Database kind)
    {
        var service = await services.OnAsync(kind);
        await EscoSampleOf.UntilThereAsync(service);
        return service;
    }

    private static string Uri(JsonElement item) => item.GetProperty("uri").GetString()!;

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(RunningService service, string kind, string asked, string language, int limit = 20)
    {
        var answer = await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/esco/{kind}?q={System.Uri.EscapeDataString(asked)}&language={language}&limit={limit}");
        Assert.Equal(Attribution, answer.GetProperty("attribution").GetString());
        return [.. answer.GetProperty("items").EnumerateArray()];
    }
}
