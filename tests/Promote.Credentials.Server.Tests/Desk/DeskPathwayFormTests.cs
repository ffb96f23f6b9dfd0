using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Pathways composed, changed and published at the desk.</summary>
public sealed class DeskPathwayFormTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string New = "/desk/pathways/new?to=de";

    private static readonly (string, string)[] Texts = [("revision", "0"), ("name.first", "First level"), ("name.second", "Erste Stufe"), ("root.id", "root"), ("root.rule", "AllOf")];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_composed_of_steps_and_published_is_a_pathway_in_two_languages(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (one, two, three, ends) = (await Walked.AchievementAsync(service, "One"), await Walked.AchievementAsync(service, "Two"), await Walked.AchievementAsync(service, "Three"), await Walked.AchievementAsync(service, "Whole"));
        using var manager = await Staff.JoinAsync(service, $"manager.{kind}@composes.example", "programmeManager");

        using var published = await manager.PostAsync(
            New,
            [
                .. Texts, .. Group("root.0", "two", "AtLeast", "2"), .. Step("root.0.0", "a", one), .. Step("root.0.1", "b", two), .. Step("root.0.2", "c", three), ("root.0.2.requires", "b"),
                .. Group("root.1", "points", "Credits", "2.5"), .. Step("root.1.0", "d", one), .. Step("root.1.1", "e", two), ("root.1.optional", "on"),
                ("achievement", ends), ("automatic", "on"), ("do", "publish"),
            ]);
        Assert.True(published.StatusCode == HttpStatusCode.Redirect, await published.Content.ReadAsStringAsync());

        var pathway = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1{published.Headers.Location!.OriginalString.Split('?')[0][5..]}");
        var content = pathway.GetProperty("content");
        Assert.Equal(("published", "Erste Stufe", ends, true), (pathway.GetProperty("state").GetString(), content.GetProperty("name").GetProperty("de").GetString(), content.GetProperty("achievement").GetString(), content.GetProperty("automatic").GetBoolean()));
        var steps = content.GetProperty("root").GetProperty("steps");
        Assert.Equal(("atLeast", 2m, 3), (steps[0].GetProperty("rule").GetString(), steps[0].GetProperty("needs").GetDecimal(), steps[0].GetProperty("steps").GetArrayLength()));
        Assert.Equal("b", steps[0].GetProperty("steps")[2].GetProperty("requires")[0].GetString());
        Assert.Equal(("credits", 2.5m, true), (steps[1].GetProperty("rule").GetString(), steps[1].GetProperty("needs").GetDecimal(), steps[1].GetProperty("optional").GetBoolean()));
        Assert.Contains("At least 2 of 3", await manager.ReadAsync(published.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Adding_and_removing_steps_keeps_what_was_typed_and_stores_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var one = await Walked.AchievementAsync(service, "One");
        using var manager = await Staff.JoinAsync(service, $"adds.{kind}@composes.example", "programmeManager");
        (string, string)[] typed = [.. Texts, .. Step("root.0", "a", one), .. Group("root.1", "g", "AtLeast", "2"), ("root.1.title.first", "Two of them"), .. Step("root.1.0", "b", one), ("root.1.0.requires", "a")];

        using var added = await manager.PostAsync(New, [.. typed, ("do", "achievement root.1")]);
        var page = await added.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Contains("name=\"root.1.1.achievement\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Two of them\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"a\" checked", page, StringComparison.Ordinal);
        using var grouped = await manager.PostAsync(New, [.. typed, ("do", "group root")]);
        Assert.Contains("name=\"root.2.rule\"", await grouped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var removed = await manager.PostAsync(New, [.. typed, ("do", "remove root.0")]);
        page = await removed.Content.ReadAsStringAsync();
        Assert.Contains("value=\"Two of them\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"root.1.id\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"a\" checked", page, StringComparison.Ordinal);

        Assert.Equal(0, (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/pathways")).GetProperty("items").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_could_complete_is_refused_beside_the_field_in_the_language_of_the_page(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var (one, two) = (await Walked.AchievementAsync(service, "One"), await Walked.AchievementAsync(service, "Two"));
        using var manager = await Staff.JoinAsync(service, $"refused.{kind}@composes.example", "programmeManager");

        using var refused = await manager.PostAsync(
            New + "&lang=de",
            [
                .. Texts, .. Group("root.0", "g", "AtLeast", "3"), .. Step("root.0.0", "a", one), ("root.0.0.requires", "b"), .. Step("root.0.1", "b", two), ("root.0.1.requires", "a"),
                .. Step("root.1", "c", ""), ("achievement", one), ("automatic", "on"), ("do", "publish"),
            ]);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        foreach (var (sentence, field, next) in ((string, string, string)[])
            [
                ("Geben Sie eine Zahl an, die mit den Schritten dieser Gruppe erreichbar ist.", "name=\"root.0.needs\"", "name=\"root.0.0.id\""),
                ("Dieser Schritt würde auf sich selbst warten.", "name=\"root.0.0.requires\"", "name=\"root.0.1.id\""),
                ("Wählen Sie eine veröffentlichte Leistung Ihres Netzwerks.", "name=\"root.1.achievement\"", "name=\"achievement\""),
                ("Wählen Sie eine veröffentlichte Leistung, durch die der Lernweg nicht führt.", "name=\"achievement\"", "name=\"automatic\""),
            ])
        {
            var (from, to) = (page.IndexOf(field, StringComparison.Ordinal), page.IndexOf(next, StringComparison.Ordinal));
            Assert.Contains(sentence, page[from..to], StringComparison.Ordinal);
        }

        Assert.Contains("Schritt 1.1, Zählt erst nach anderen Schritten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The step would", page, StringComparison.Ordinal);
        Assert.Equal(0, (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/pathways")).GetProperty("items").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_keeps_other_languages_and_one_from_an_old_page_changes_nothing(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        using var manager = await Staff.JoinAsync(walked.Service, $"changes.{kind}@composes.example", "programmeManager");
        var page = $"/desk/pathways/{walked.Id}?to=de";
        (string, string)[] steps = [("root.id", "all"), ("root.rule", "AtLeast"), ("root.needs", "1"), .. Step("root.0", "part0", walked.Parts[0]), ("achievement", walked.Ends), ("automatic", "on")];

        using var saved = await manager.StepAsync(page, "save", [("name.first", "Pathway"), ("name.second", "Weg"), .. steps]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        using var translated = await manager.StepAsync($"/desk/pathways/{walked.Id}?to=ro", "save", [("name.first", "Pathway"), ("name.second", "Parcurs"), .. steps]);
        Assert.True(translated.StatusCode == HttpStatusCode.Redirect, await translated.Content.ReadAsStringAsync());
        using var late = await manager.PostAsync(page, [("revision", "2"), ("do", "save"), ("name.first", "From an old tab"), .. steps]);
        Assert.Equal((HttpStatusCode)422, late.StatusCode);

        var content = (await walked.Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/pathways/{walked.Id}")).GetProperty("content");
        Assert.Equal(("Pathway", "Weg", "Parcurs"), (content.GetProperty("name").GetProperty("en").GetString(), content.GetProperty("name").GetProperty("de").GetString(), content.GetProperty("name").GetProperty("ro").GetString()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_may_only_read_composes_nothing(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        using var reader = await Staff.JoinAsync(walked.Service, $"reads.{kind}@composes.example", "reader", "assessor", "validator", "administrator");

        using var changed = await reader.PostAsync($"/desk/pathways/{walked.Id}", [.. Texts, ("do", "save")]);
        using var created = await reader.PostAsync(New, [.. Texts, .. Step("root.0", "a", walked.Parts[0]), ("do", "save")]);

        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, created.StatusCode);
        Assert.Equal(1, (await walked.Service.Client.GetFromJsonAsync<JsonElement>("/api/v1/pathways")).GetProperty("items").GetArrayLength());
    }

    private static (string, string)[] Group(string place, string id, string rule, string needs) => [($"{place}.id", id), ($"{place}.kind", "group"), ($"{place}.rule", rule), ($"{place}.needs", needs)];

    private static (string, string)[] Step(string place, string id, string achievement) => [($"{place}.id", id), ($"{place}.kind", "achievement"), ($"{place}.achievement", achievement)];
}
