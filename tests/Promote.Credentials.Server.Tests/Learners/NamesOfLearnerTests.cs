using System.Net;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Learners;

/// <summary>One learner has several names, and a name is one learner's.</summary>
public sealed class NamesOfLearnerTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_named_by_both_is_found_by_each(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var both = await named.AwardAsync("lena-1", "lena");
        var byAddress = await named.AwardAsync(null, "lena");
        var byIdentifier = await named.AwardAsync("lena-1", null);

        var found = await named.FindAsync(identifier: "lena-1");
        Assert.Equal([both.Id, byAddress.Id, byIdentifier.Id], found.Awards);
        var again = await named.FindAsync(email: "LENA");
        Assert.Equal((found.Id, 3), (again.Id, again.Awards.Count));
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_nobody_has_becomes_theirs_whom_the_other_one_finds(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        _ = await named.AwardAsync(null, "first");
        _ = await named.AwardAsync("lena-1", "first");
        _ = await named.AwardAsync("lena-1", "second");
        _ = await named.AwardAsync(null, "second");

        var (id, awards) = await named.FindAsync(identifier: "lena-1");
        Assert.Equal(4, awards.Count);
        Assert.Equal(id, (await named.FindAsync(email: "first")).Id);
        Assert.Equal(id, (await named.FindAsync(email: "second")).Id);
        using var assessed = await Assessments.Assessed.ByAsync(service, seed);
        (assessed.Learner["email"], assessed.Learner["identifier"]) = ("karl@prison.example", "karl-1");
        _ = await assessed.OpenAsync();
        Assert.Equal((await named.FindAsync(identifier: "karl-1")).Id, (await named.FindAsync(email: "karl")).Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Names_of_two_learners_join_nobody(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var byIdentifier = await named.AwardAsync("lena-1", null);
        var byAddress = await named.AwardAsync(null, "lena");
        var both = await named.AwardAsync("lena-1", "lena");

        var one = await named.FindAsync(identifier: "lena-1");
        var other = await named.FindAsync(email: "lena");
        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal([byIdentifier.Id, both.Id], one.Awards);
        Assert.Equal([byAddress.Id], other.Awards);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_people_with_an_identifier_each_share_an_address_and_nothing_else(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var before = await Walked.AchievementAsync(service, "Before");
        var after = await Walked.AchievementAsync(service, "After", $$"""{"prerequisites": ["{{before}}"]}""");
        var first = await named.AwardAsync("first-1", "office", before);

        using var lacking = await named.SendAsync(service.Client, "second-1", "office", after);
        Assert.Equal("PC-R029", (await Problem.ReadAsync(lacking)).Code);
        var batch = await Sent.PostAsync(service, before, "givenName,familyName,email,identifier,awardedOn\nEva,One,office@prison.example,second-1,2026-03-20\nAna,Two,office@prison.example,third-1,2026-03-20\nLena,Three,office@prison.example,first-1,2026-03-20\n", "&confirm=true");
        Assert.Equal((3, 2, 1, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
        Assert.Equal("3:  PC-R011", Sent.ProblemsOf(Assert.Single(await batch.RowsAsync("bad"))));
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal(2, Sent.CountsOf(await batch.UntilAsync("done")).Issued);

        Assert.Equal([first.Id], (await named.FindAsync(identifier: "first-1")).Awards);
        Assert.Equal([first.Id], (await named.FindAsync(email: "office")).Awards);
        Assert.Single((await named.FindAsync(identifier: "second-1")).Awards);
        Assert.Equal(3, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_stands_in_a_file_by_another_name_stands_there_twice(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        _ = await new Named(service, seed).AwardAsync("lena-1", "lena");
        const string File = "givenName,familyName,email,identifier,awardedOn\nLena,One,lena@prison.example,,2026-03-20\nLena,One,,lena-1,2026-03-20\nEva,Two,eva@prison.example,eva-1,2026-03-20\nEva,Two,eva@prison.example,,2026-03-20\n";

        var batch = await Sent.PostAsync(service, achievement, File, "&dryRun=true");

        Assert.Equal((4, 2, 2, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Equal(["2:  PC-R011", "4:  PC-R011"], (await batch.RowsAsync("bad")).Select(Sent.ProblemsOf));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lines_that_are_issued_with_one_commit_share_a_learner_only_where_their_names_do(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        _ = await named.AwardAsync("lena-1", "lena");
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string File = "givenName,familyName,email,identifier,awardedOn\nEva,One,office@prison.example,eva-1,2026-03-20\nAna,Two,office@prison.example,ana-1,2026-03-20\nLena,Exemplu,lena@prison.example,,2026-03-20\nKarl,Three,karl@prison.example,karl-1,2026-03-20\nOtto,Four,second@prison.example,lena-1,2026-03-20\n";
        var batch = await Sent.PostAsync(service, achievement, File, "");
        _ = await batch.UntilAsync("awaitingConfirmation");

        // As if lines about one person had come through: from far away in a file, or from before they were merged.
        await service.Database.ExecuteAsync($"UPDATE batch_lines SET state = 'good', problems = NULL WHERE batch_id = '{batch.Id}'");
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);

        Assert.Equal((5, 5, 0, 5, 0), Sent.CountsOf(await batch.UntilAsync("done")));
        Assert.Equal(3, (await named.FindAsync(identifier: "lena-1")).Awards.Count);
        Assert.Equal((await named.FindAsync(identifier: "lena-1")).Id, (await named.FindAsync(email: "second")).Id);
        Assert.Equal((await named.FindAsync(identifier: "eva-1")).Id, (await named.FindAsync(email: "office")).Id);
        Assert.Single((await named.FindAsync(identifier: "ana-1")).Awards);
        Assert.Equal(4, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_who_is_named_for_the_first_time_by_many_at_once_is_one_learner(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => named.SendAsync(service.Client, "lena-1", i % 2 == 0 ? "lena" : "other")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var found = await named.FindAsync(identifier: "lena-1");
        Assert.Equal(8, found.Awards.Count);
        Assert.Equal((found.Id, found.Id), ((await named.FindAsync(email: "lena")).Id, (await named.FindAsync(email: "other")).Id));
    }
}
