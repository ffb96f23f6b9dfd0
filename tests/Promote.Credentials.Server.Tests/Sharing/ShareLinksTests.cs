using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Sharing;

/// <summary>What the store promises about share links when several hands reach for it at once.</summary>
public sealed class ShareLinksTests
{
    private static readonly ShareChoice Choice = new(Name: true, Results: true, ExpiresAt: null);

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_hands_make_no_more_links_than_an_award_can_have(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var award = await AddAwardAsync(database);
        for (var made = 0; made < ShareLinks.Most - 3; made++)
        {
            Assert.True(await MakeAsync(database, award));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => MakeAsync(database, award))));

        Assert.Equal(3, answers.Count(made => made));
        Assert.Equal(ShareLinks.Most, await database.CountAsync("SELECT count(*) FROM share_links"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_revoke_at_once_both_are_right_and_the_first_instant_stands(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var award = await AddAwardAsync(database);
        await MakeAsync(database, award);
        var id = (string)(await database.QueryAsync("SELECT id FROM share_links"))[0][0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RevokeAsync(database, award, id))));
        var first = await RevokedAtAsync(database);
        await Task.Delay(5);
        Assert.True(await RevokeAsync(database, award, id));

        Assert.All(answers, Assert.True);
        Assert.NotNull(first);
        Assert.Equal(first, await RevokedAtAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_link_takes_the_place_of_those_that_ended(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var award = await AddAwardAsync(database);
        var other = await AddAwardAsync(database);
        await MakeAsync(database, award);
        await MakeAsync(database, award);
        await MakeAsync(database, other);
        await database.ExecuteAsync($"UPDATE share_links SET expires_at = created_at WHERE award_id = '{award}'");
        await MakeAsync(database, award);

        Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM share_links WHERE award_id = '{award}'"));
        Assert.Equal(1, await database.CountAsync($"SELECT count(*) FROM share_links WHERE award_id = '{other}'"));
    }

    private static async Task<bool> MakeAsync(TestDatabase database, string award)
    {
        await using var db = database.Open();
        return await new ShareLinks(db, TimeProvider.System).MakeAsync(award, Choice, CancellationToken.None);
    }

    private static async Task<bool> RevokeAsync(TestDatabase database, string award, string id)
    {
        await using var db = database.Open();
        return await new ShareLinks(db, TimeProvider.System).RevokeAsync(award, id, CancellationToken.None);
    }

    private static async Task<DateTimeOffset?> RevokedAtAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.ShareLinks.Select(link => link.RevokedAt).SingleAsync();
    }

    // Only the rows that a link hangs on: nothing of them is read here.
    private static async Task<string> AddAwardAsync(TestDatabase database)
    {
        var seed = await Seed.AddAsync(database, $"cove-{RandomId.New()[..6].Replace('_', 'x').Replace('-', 'x').ToLowerInvariant()}");
        await using var db = database.Open();
        var (learner, award) = (RandomId.New(), RandomId.New());
        db.Learners.Add(new() { Id = learner, IssuerId = seed.IssuerId, KeyId = "none", Profile = [], CreatedAt = Seed.Day });
        db.Awards.Add(new()
        {
            Id = award, IssuerId = seed.IssuerId, AchievementId = seed.AchievementId, AchievementVersion = 1, LearnerId = learner, PublicId = RandomId.New(), HolderId = RandomId.New(),
            State = IssuingState.Issued, Details = [], CreatedAt = Seed.Day,
        });
        await db.SaveChangesAsync();
        return award;
    }
}
