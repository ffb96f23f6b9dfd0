using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pathways;

/// <summary>The whole way of a learner, with a process that dies in the moment of the last decision.</summary>
public sealed class KilledOnTheWayTests
{
    [Theory, OnPostgres]
    public async Task A_course_a_recognition_and_the_pathway_make_three_awards_and_no_more_whatever_dies_in_between(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");

        // Recorded and submitted; recorded, submitted, returned, recorded, submitted: the eighth step that is saved is the last decision.
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", "assessment-saved:8")))
        {
            dying.ActFor(seed);
            using var course = await Assessed.ByAsync(dying, seed, """{"assessmentRequired": true}""");
            using var prior = await Assessed.ByAsync(dying, seed);
            await PathwayAsync(dying, course.AchievementId, prior.AchievementId);
            await Assessed.TakeAsync(course.Assessor, await course.RecordedAsync(), "submit");

            var id = await prior.OpenAsync("priorLearning");
            await RecordAsync(prior, id);
            await Assessed.TakeAsync(prior.Assessor, id, "submit");
            await Assessed.TakeAsync(prior.Validator, id, "return", "Say how it was checked");
            await RecordAsync(prior, id);
            await Assessed.TakeAsync(prior.Assessor, id, "submit");
            await Assert.ThrowsAsync<HttpRequestException>(() => Assessed.StepAsync(prior.Validator, id, "confirm"));
            await dying.UntilGoneAsync();
        }

        Assert.Equal(1, await AwardsAsync(database));

        await using (var first = await ServiceProcess.StartAsync(database, address))
        {
            for (var attempt = 0; attempt < 200 && await AwardsAsync(database) < 3; attempt++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }

        await using var second = await ServiceInside.StartAsync(database, address);
        second.ActFor(seed);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Ledger.AssertWholeAsync(database, 3);
        foreach (var row in await database.QueryAsync("SELECT id FROM awards"))
        {
            var award = Given.Of(second, await second.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{row[0]}"));
            Assert.Equal(("valid", "passed"), await award.VerdictAsync());
        }
    }

    private static async Task PathwayAsync(TestedService service, params string[] parts)
    {
        var body = new JsonObject
        {
            ["name"] = new JsonObject { ["en"] = "Pathway" }, ["automatic"] = true, ["achievement"] = await Walked.AchievementAsync(service, "The whole"),
            ["root"] = new JsonObject { ["id"] = "all", ["rule"] = "allOf", ["steps"] = new JsonArray([.. parts.Select((part, i) => Walked.Step($"part{i}", part))]) },
        };
        using var created = await service.Client.PostAsync("/api/v1/pathways", Samples.Json(body.ToJsonString()));
        using var published = await service.Client.PostAsync($"{created.EnsureSuccessStatusCode().Headers.Location}/publish", null);
        published.EnsureSuccessStatusCode();
    }

    private static async Task RecordAsync(Assessed prior, string id)
    {
        var content = Assessed.Content();
        content["portfolio"] = new JsonArray(new JsonObject { ["outcome"] = 0, ["title"] = "Five years on the wing", ["experience"] = "employment", ["checked"] = "Letter of the governor" });
        using var recorded = await prior.RecordAsync(id, content, "*");
        Assert.True(recorded.IsSuccessStatusCode, await recorded.Content.ReadAsStringAsync());
    }

    private static Task<long> AwardsAsync(TestDatabase database) => database.CountAsync("SELECT count(*) FROM awards WHERE state = 'issued'");
}
