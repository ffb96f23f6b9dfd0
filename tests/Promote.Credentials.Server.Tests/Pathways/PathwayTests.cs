using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pathways;

/// <summary>Pathways over the API: written, published, walked, awarded.</summary>
public sealed class PathwayTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_award_of_a_pathway_follows_by_itself_once_when_the_last_part_is_earned(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        await walked.EarnAsync(walked.Parts[0]);
        Assert.Equal("missing", (await walked.ProgressAsync()).GetProperty("progress").GetProperty("state").GetString());
        await walked.EarnAsync(walked.Parts[1]);
        await walked.EarnAsync(walked.Parts[2]);

        var award = await walked.AwardAsync();

        Assert.Equal(1, await walked.AwardsAsync());
        Assert.Equal("valid", (await award.VerdictAsync()).Outcome);
        var progress = await walked.ProgressAsync();
        Assert.Equal("met", progress.GetProperty("progress").GetProperty("state").GetString());
        Assert.Equal(award.Id, progress.GetProperty("award").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Parts_that_are_earned_at_the_same_time_make_one_award(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        await Task.WhenAll(walked.Parts.Select(part => walked.EarnAsync(part)));

        _ = await walked.AwardAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await walked.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_that_is_revoked_shows_and_asks_for_a_decision_about_the_award(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        var first = await walked.EarnAsync(walked.Parts[0]);
        await walked.EarnAsync(walked.Parts[1]);
        _ = await walked.AwardAsync();
        Assert.False((await walked.ProgressAsync()).GetProperty("needsDecision").GetBoolean());

        _ = await first.ChangeAsync("revoke", "Awarded by mistake");

        var progress = await walked.ProgressAsync();
        Assert.True(progress.GetProperty("needsDecision").GetBoolean());
        Assert.Equal("lost", progress.GetProperty("progress").GetProperty("state").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_suspended_part_counts_again_once_it_is_reinstated(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        var first = await walked.EarnAsync(walked.Parts[0]);
        _ = await first.ChangeAsync("suspend", "Looked into");
        await walked.EarnAsync(walked.Parts[1]);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await walked.AwardsAsync());

        _ = await first.ChangeAsync("reinstate", "It was right");

        _ = await walked.AwardAsync();
        Assert.Equal(1, await walked.AwardsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_of_another_issuer_of_the_network_counts(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var other = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json($$"""{"member": "{{other.Slug}}"}"""));
        Assert.Equal(HttpStatusCode.Created, accredited.StatusCode);
        var walked = await Walked.ByAsync(service, seed, other.AchievementId);
        await walked.EarnAsync(walked.Parts[0]);

        service.ActFor(other);
        _ = await Given.AwardAsync(service, other, walked.Person);
        service.ActFor(seed);

        _ = await walked.AwardAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_achievement_of_an_issuer_outside_the_network_is_no_step(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var answer = await CreateAsync(service, null, Walked.Step("one", services.Another(kind).AchievementId));

        Assert.Equal("/root/achievement", Assert.Single((await Problem.ReadAsync(answer)).Errors!).Pointer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_issuer_that_does_not_know_the_learner_learns_of_nobody(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var other = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json($$"""{"member": "{{other.Slug}}"}"""));
        var ends = await Walked.AchievementAsync(service, "The whole");
        using var created = await CreateAsync(service, ends, Walked.Step("one", other.AchievementId), automatic: true);
        using var published = await service.Client.PostAsync($"{created.Headers.Location}/publish", null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);

        service.ActFor(other);
        _ = await Given.AwardAsync(service, other, "stranger");
        await Task.Delay(TimeSpan.FromSeconds(2));

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{ends}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_picture_says_what_the_JSON_says_and_names_nobody(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        await walked.EarnAsync(walked.Parts[0]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/pathways/{walked.Id}/progress") { Content = Samples.Json(walked.Learner), Headers = { { "Accept", "image/svg+xml" } } };
        using var answer = await walked.Service.Client.SendAsync(request);
        var svg = await answer.Content.ReadAsStringAsync();

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Earned.", svg, StringComparison.Ordinal);
        Assert.Contains("Not earned yet.", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("prison.example", svg, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pathway_in_a_circle_through_others_is_refused(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var (a, b) = (await Walked.AchievementAsync(service, "A"), await Walked.AchievementAsync(service, "B"));
        using var first = await CreateAsync(service, a, Walked.Step("one", b));
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        using var second = await CreateAsync(service, b, Walked.Step("one", a));

        Assert.Equal("/root", Assert.Single((await Problem.ReadAsync(second)).Errors!).Pointer);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM pathways WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Fact]
    public async Task What_asks_for_an_assessment_is_not_awarded_by_itself()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var assessed = await Walked.AchievementAsync(service, "Assessed", """{"fourEyes": true}""");
        using var answer = await CreateAsync(service, assessed, Walked.Step("one", await Walked.AchievementAsync(service, "Part")), automatic: true);

        Assert.Equal(("/automatic", "PC-R027"), Assert.Single((await Problem.ReadAsync(answer)).Errors!) is var error ? (error.Pointer, error.Code) : default);
    }

    [Fact]
    public async Task A_draft_or_unknown_achievement_is_no_step()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        foreach (var achievement in (string[])["AAAAAAAAAAAAAAAAAAAAAA", await Walked.AchievementAsync(service, "Draft", publish: false)])
        {
            using var answer = await CreateAsync(service, null, Walked.Step("one", achievement));
            Assert.Equal("/root/achievement", Assert.Single((await Problem.ReadAsync(answer)).Errors!).Pointer);
        }
    }

    private static Task<HttpResponseMessage> CreateAsync(TestedService service, string? achievement, JsonObject root, bool automatic = false) => service.Client.PostAsync(
        "/api/v1/pathways",
        Samples.Json(new JsonObject { ["name"] = new JsonObject { ["en"] = "Pathway" }, ["achievement"] = achievement, ["automatic"] = automatic, ["root"] = root }.ToJsonString()));
}
