using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Learners;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Nobody does anything about themselves, under whichever name, and by making a name their own neither.</summary>
public sealed class MergedOneselfTests(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_merged_with_a_learner_awards_to_neither(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        using var person = await Staff.JoinAsync(service, $"lena{kind}@prison.example", "assessor", "programmeManager");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        using var assessed = await Assessed.ByAsync(service, seed);
        _ = await named.AwardAsync(null, $"lena{kind}");
        var given = await named.AwardAsync("lena-1", "private");
        assessed.Learner["identifier"] = "lena-1";
        assessed.Learner.Remove("email");
        var assessment = await assessed.OpenAsync();

        await AssertAboutOneselfAsync(named.SendAsync(client, null, $"lena{kind}"));
        using var before = await named.SendAsync(client, "lena-1", null);
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);

        _ = await named.MergeAsync((await named.FindAsync(email: $"lena{kind}")).Id, (await named.FindAsync(identifier: "lena-1")).Id);

        foreach (var (identifier, email) in new (string?, string?)[] { ("lena-1", null), (null, "private"), ("lena-1", "else"), (null, $"lena{kind}") })
        {
            await AssertAboutOneselfAsync(named.SendAsync(client, identifier, email));
            await AssertAboutOneselfAsync(client.PostAsync("/api/v1/assessments", Samples.Json(new JsonObject { ["achievement"] = assessed.AchievementId, ["learner"] = Named.Learner(identifier, email) }.ToJsonString())));
        }

        await AssertAboutOneselfAsync(client.PostAsync($"/api/v1/awards/{given.Id}/suspend", Samples.Json("""{"reason": "Mine"}""")));
        using var record = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/assessments/{assessment}") { Content = Samples.Json(Assessed.Content().ToJsonString()), Headers = { { "If-Match", "\"1\"" } } };
        await AssertAboutOneselfAsync(client.SendAsync(record));
        using var sent = await client.PostAsync($"/api/v1/batches?achievement={await Walked.AchievementAsync(service, "Cohort")}", new StringContent("givenName,familyName,identifier,awardedOn\nAna,One,lena-1,2026-03-20\n", System.Text.Encoding.UTF8, "text/csv"));
        var batch = new Sent(service, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
        _ = await batch.UntilAsync("awaitingConfirmation");
        Assert.Equal(["1:  PC-R028"], (await batch.RowsAsync("bad")).Select(Sent.ProblemsOf));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_makes_a_learner_their_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        using var boss = await Staff.JoinAsync(service, $"boss{kind}@prison.example", "administrator", "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(boss.Email));
        _ = await named.AwardAsync(null, $"boss{kind}");
        _ = await named.AwardAsync("karl-1", null);
        _ = await named.AwardAsync("karl-2", null);
        var (own, karl, again) = ((await named.FindAsync(email: $"boss{kind}")).Id, (await named.FindAsync("karl-1")).Id, (await named.FindAsync("karl-2")).Id);

        await AssertAboutOneselfAsync(Named.SendMergeAsync(client, own, karl));
        await AssertAboutOneselfAsync(Named.SendMergeAsync(client, karl, own));
        using var others = await Named.SendMergeAsync(client, karl, again);
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_platform_that_leaves_the_address_out_makes_nobody_of_a_learner_forget_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        using var person = await Staff.JoinAsync(service, $"kept{kind}@prison.example", "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        _ = await named.AwardAsync("kept-1", $"kept{kind}");
        _ = await named.AwardAsync("kept-1", null);
        _ = await named.AwardAsync("kept-1", "newer");

        await AssertAboutOneselfAsync(named.SendAsync(client, "kept-1", null));
        await AssertAboutOneselfAsync(named.SendAsync(client, null, "newer"));
    }

    private static async Task AssertAboutOneselfAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.Equal((HttpStatusCode.Forbidden, "PC-R028"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }
}
