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
        db.StatusLists.Add(new() { Id = RandomId.New(), Use = StatusListUse.Awards, IssuerId = seed.IssuerId, Purpose = StatusIndexes.Revocation, Number = 1, Size = 8, Seed = new byte[Scattering.SeedLength], CreatedAt = Seed.Day });
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

    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_list_of_before_there_were_slices_no_bit_is_taken(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        db.StatusLists.Add(new() { Id = RandomId.New(), Use = StatusListUse.Awards, IssuerId = seed.IssuerId, Purpose = StatusIndexes.Revocation, Number = 1, Size = StatusIndexes.ListSize, CreatedAt = Seed.Day });
        await db.SaveChangesAsync();
        using var node = new StatusIndexes(TimeProvider.System);

        var entry = await node.PickAsync(db, seed.IssuerId, CancellationToken.None);

        Assert.Equal(2, await db.StatusLists.Where(row => row.Id == entry.ListId).Select(row => row.Number).SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_take_bits_at_the_same_time_never_take_the_same(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var node = new StatusIndexes(TimeProvider.System);
            await using var db = database.Open();
            var entries = new List<StatusPlace>();
            for (var i = 0; i < 2000; i++)
            {
                entries.Add(await node.PickAsync(db, seed.IssuerId, CancellationToken.None));
            }

            return entries;
        })));

        Assert.Equal(8000, taken.SelectMany(entries => entries).Distinct().Count());
    }
}
