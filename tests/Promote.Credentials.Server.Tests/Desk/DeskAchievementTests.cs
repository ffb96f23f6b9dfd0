using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Achievements written, translated and published at the desk.</summary>
public sealed partial class DeskAchievementTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Lists = "http://data.europa.eu/snb/";

    private static readonly (string, string)[] Incomplete =
    [
        ("name.first", "Calming by talking"), ("name.second", "Beruhigen durch Reden"), ("description.first", "Calms people."), ("criteria.first", "Two observed talks."),
        ("outcome.0.first", "apply conflict management"), ("outcome.0.esco", "http://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342"),
        ("eqfLevel", "4"), ("credits", "2.5"), ("workload", "60"), ("policy", "fourEyes"),
    ];

    private static readonly (string, string)[] Complete =
    [
        .. Incomplete, ("mode", Lists + "learning-assessment/729f3bed4b"), ("assessmentType", Lists + "assessment/6a4db9f11d"), ("qualityAssurance", Lists + "accreditation/bb4618238e"),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_in_two_languages_and_published_can_be_assessed(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var manager = await Staff.JoinAsync(service, $"manager.{kind}@achievements.example", "programmeManager");

        using var published = await manager.PostAsync("/desk/achievements/new?to=de", [.. Complete, ("revision", "0"), ("do", "publish")]);
        Assert.True(published.StatusCode == HttpStatusCode.Redirect, await published.Content.ReadAsStringAsync());

        var id = Id().Match(published.Headers.Location!.OriginalString).Value;
        var achievement = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{id}");
        var content = achievement.GetProperty("content");
        Assert.Equal("published", achievement.GetProperty("state").GetString());
        Assert.Equal("Beruhigen durch Reden", content.GetProperty("name").GetProperty("de").GetString());
        Assert.Equal("2.5", content.GetProperty("credits").GetProperty("ects").GetString());
        Assert.Equal("PT60H", content.GetProperty("workload").GetString());
        Assert.True(content.GetProperty("policy").GetProperty("fourEyes").GetBoolean());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_published_yet_is_one_draft_however_often_it_is_sent(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var manager = await Staff.JoinAsync(service, $"drafts.{kind}@achievements.example", "programmeManager");

        using var first = await manager.PostAsync("/desk/achievements/new?to=de", [.. Incomplete, ("revision", "0"), ("do", "publish")]);
        var page = await first.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)422, first.StatusCode);
        Assert.Contains("Your draft is saved.", page, StringComparison.Ordinal);
        var action = Action().Match(page).Groups["path"].Value;
        using var second = await manager.PostAsync(action, [.. Complete, ("revision", "1"), ("do", "publish")]);

        Assert.True(second.StatusCode == HttpStatusCode.Redirect, await second.Content.ReadAsStringAsync());
        Assert.Equal(2, (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_translation_leaves_the_other_languages_and_what_the_page_does_not_show(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var manager = await Staff.JoinAsync(service, $"translates.{kind}@achievements.example", "programmeManager");
        var before = (await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{seed.AchievementId}")).GetProperty("content");

        using var saved = await manager.PostAsync(
            $"/desk/achievements/{seed.AchievementId}?to=de",
            [.. Complete, ("name.second", "Auf Deutsch"), ("revision", "2"), ("do", "save")]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());

        var after = (await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{seed.AchievementId}")).GetProperty("content");
        Assert.Equal(before.GetProperty("name").GetProperty("ro").GetString(), after.GetProperty("name").GetProperty("ro").GetString());
        Assert.Equal(before.GetProperty("resultDescriptions").ToString(), after.GetProperty("resultDescriptions").ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Results_are_rubrics_percentages_points_or_pass_and_fail(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var manager = await Staff.JoinAsync(service, $"results.{kind}@achievements.example", "programmeManager");
        (string, string)[] results =
        [
            ("scheme.0.first", "Stays calm"), ("scheme.0.second", "Bleibt ruhig"), ("scheme.0.type", "rubric"), ("scheme.0.needed", "2"), ("scheme.0.outcome", "0"),
            ("scheme.0.levels.first", "With help\r\n\r\n Alone "), ("scheme.0.levels.second", "Mit Hilfe\r\nAllein"),
            ("scheme.1.first", "Written test"), ("scheme.1.type", "percent"), ("scheme.1.needed", "60"), ("scheme.2.first", "Course"), ("scheme.2.type", "passFail"),
            ("scheme.3.type", "rubric"), ("resultsRequired", "on"),
        ];

        using var saved = await manager.PostAsync("/desk/achievements/new?to=de", [.. Complete, .. results, ("revision", "0"), ("do", "save")]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var id = Id().Match(saved.Headers.Location!.OriginalString).Value;
        var content = (await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{id}")).GetProperty("content");
        Assert.Equal(
            """
            [{"id":"r1","name":{"en":"Stays calm","de":"Bleibt ruhig"},"resultType":"RubricCriterionLevel","outcome":0,"levels":[{"id":"l1","name":{"en":"With help","de":"Mit Hilfe"}},{"id":"l2","name":{"en":"Alone","de":"Allein"}}],"allowedValues":[],"requiredValue":"l2"},{"id":"r2","name":{"en":"Written test"},"resultType":"Percent","levels":[],"allowedValues":[],"requiredValue":"60"},{"id":"r3","name":{"en":"Course"},"resultType":"Status","levels":[],"allowedValues":[],"requiredValue":"Completed"}]
            """.Trim(),
            content.GetProperty("resultDescriptions").GetRawText());
        Assert.True(content.GetProperty("policy").GetProperty("resultsRequired").GetBoolean());

        var page = await manager.ReadAsync($"/desk/achievements/{id}?to=de");
        Assert.Contains("<textarea name=\"scheme.0.levels.second\" rows=\"3\" lang=\"de\">Mit Hilfe\nAllein</textarea>", page.ReplaceLineEndings("\n").Replace("&#xA;", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("name=\"scheme.0.needed\" value=\"2\"", page, StringComparison.Ordinal);

        using var wrong = await manager.PostAsync($"/desk/achievements/{id}?to=de", [.. Complete, ("scheme.0.id", "r1"), ("scheme.0.first", "Stays calm"), ("scheme.0.type", "rubric"), ("scheme.0.levels.first", "Alone"), ("revision", "1"), ("do", "save")]);
        Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        Assert.Contains("Results 1, Levels of the rubric", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_may_only_read_writes_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var reader = await Staff.JoinAsync(service, $"reads.{kind}@achievements.example", "reader", "assessor", "validator", "administrator");

        using var changed = await reader.PostAsync($"/desk/achievements/{seed.AchievementId}", [.. Complete, ("revision", "2"), ("do", "publish")]);
        using var created = await reader.PostAsync("/desk/achievements/new", [.. Complete, ("revision", "0"), ("do", "publish")]);

        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, created.StatusCode);
        Assert.Equal(1, (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/achievements")).GetProperty("items").GetArrayLength());
    }

    [GeneratedRegex("[A-Za-z0-9_-]{22}")]
    private static partial Regex Id();

    [GeneratedRegex("""<form method="post" action="(?<path>/desk/achievements/[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();
}
