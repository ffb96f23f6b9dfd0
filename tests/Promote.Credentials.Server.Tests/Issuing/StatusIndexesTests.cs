using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

public sealed class StatusIndexesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_open_the_first_list_together_share_it(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);

        var entries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            using var node = new StatusIndexes(TimeProvider.System);
            await using var db = database.Open();
            return await node.PickAsync(db, seed.IssuerId, CancellationToken.None);
        })));

        Assert.Single(entries.Select(entry => entry.ListId).Distinct());
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM status_lists"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_half_full_list_is_followed_by_a_new_one(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        db.StatusLists.Add(new() { Id = RandomId.New(), Use = StatusListUse.Awards, IssuerId = seed.IssuerId, Purpose = StatusIndexes.Revocation, Number = 1, Size = 8, CreatedAt = Seed.Day });
        await db.SaveChangesAsync();
        using var node = new StatusIndexes(TimeProvider.System);

        var entries = new List<StatusPlace>();
        for (var i = 0; i < 6; i++)
        {
            entries.Add(await node.PickAsync(db, seed.IssuerId, CancellationToken.None));
        }

        var lists = await db.StatusLists.OrderBy(row => row.Number).ToListAsync();
        Assert.Equal([8, StatusIndexes.ListSize], lists.Select(row => row.Size));
        Assert.Equal([.. Enumerable.Repeat(lists[0].Id, 4), .. Enumerable.Repeat(lists[1].Id, 2)], entries.Select(entry => entry.ListId));
    }
}
