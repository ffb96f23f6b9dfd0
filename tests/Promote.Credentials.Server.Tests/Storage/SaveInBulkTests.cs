using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage;

/// <summary>Many rows at once are saved as few are.</summary>
public sealed class SaveInBulkTests
{
    private const int Many = 100;

    [Theory, OnSqlite, OnPostgres]
    public async Task New_rows_are_there_with_every_value_and_those_that_point_to_them_too(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        var learners = Add(db, seed);

        await SaveInBulk.RunAsync(db, CancellationToken.None);

        await using var again = database.Open();
        var stored = await again.Learners.Where(row => row.KeyId == "bulk").ToDictionaryAsync(row => row.Id);
        Assert.Equal(Many, stored.Count);
        Assert.All(learners, row =>
        {
            Assert.Equal(row.Profile, stored[row.Id].Profile);
            Assert.Equal(row.WrappedKey, stored[row.Id].WrappedKey);
            Assert.Equal((row.IssuerId, row.CreatedAt, row.MergedInto), (stored[row.Id].IssuerId, stored[row.Id].CreatedAt, stored[row.Id].MergedInto));
        });
        Assert.Equal(Many, await again.LearnerLookups.CountAsync(name => again.Learners.Any(row => row.Id == name.LearnerId && row.KeyId == "bulk")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_saved_can_be_changed_and_saved_again_by_the_same_context(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        var learners = Add(db, seed);
        await SaveInBulk.RunAsync(db, CancellationToken.None);
        foreach (byte round in (byte[])[7, 8])
        {
            learners.ForEach(row => (row.Profile, row.WrappedKey) = ([round], round == 7 ? [round] : null));
            await SaveInBulk.RunAsync(db, CancellationToken.None);
            Assert.All(learners, row => Assert.Equal(round, row.Profile[0]));
        }

        await using var again = database.Open();
        Assert.All(await again.Learners.Where(row => row.KeyId == "bulk").ToListAsync(), row =>
        {
            Assert.Equal((byte)8, row.Profile[0]);
            Assert.Null(row.WrappedKey);
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_saved_when_somebody_else_changed_one_of_the_rows_first(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        var learners = Add(db, seed);
        await SaveInBulk.RunAsync(db, CancellationToken.None);
        await using (var other = database.Open())
        {
            await other.Learners.Where(row => row.Id == learners[50].Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.WrappedKey, (byte[]?)null));
        }

        learners.ForEach(row => row.Profile = [200]);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveInBulk.RunAsync(db, CancellationToken.None));

        await using var again = database.Open();
        Assert.DoesNotContain(await again.Learners.Where(row => row.KeyId == "bulk").Select(row => row.Profile).ToListAsync(), profile => profile.SequenceEqual((byte[])[200]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_that_is_there_already_is_told_as_by_few_rows_and_nothing_is_saved(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using (var other = database.Open())
        {
            var learner = Learner(seed, 0, "other");
            other.Add(learner);
            other.Add(new LearnerLookupRow { Lookup = [50], LearnerId = learner.Id });
            await other.SaveChangesAsync();
        }

        await using var db = database.Open();
        Add(db, seed);
        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => SaveInBulk.RunAsync(db, CancellationToken.None));

        Assert.True(UniqueViolation.Is(lost, out var key));
        Assert.Contains("learner_lookups", key, StringComparison.Ordinal);
        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM learners WHERE key_id = 'bulk'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_that_the_database_numbers_are_numbered(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var db = database.Open();
        db.Outbox.AddRange(Enumerable.Range(0, Many).Select(number => new OutboxRow { Kind = "test", Subject = $"{number}", CreatedAt = Seed.Day }));

        await SaveInBulk.RunAsync(db, CancellationToken.None);

        Assert.Equal(Many, await database.CountAsync("SELECT count(DISTINCT id) FROM outbox WHERE id > 0"));
    }

    private static List<LearnerRow> Add(CredentialsDb db, Seed seed)
    {
        // What points to a row comes before it here.
        var learners = Enumerable.Range(0, Many).Select(number => Learner(seed, number, "bulk")).ToList();
        foreach (var (number, row) in learners.Index())
        {
            db.LearnerLookups.Add(new() { Lookup = [(byte)number], LearnerId = row.Id });
        }

        db.Learners.AddRange(learners);
        return learners;
    }

    private static LearnerRow Learner(Seed seed, int number, string keyId) => new()
    {
        Id = RandomId.New(), IssuerId = seed.IssuerId, KeyId = keyId, Profile = [(byte)number], WrappedKey = number % 2 == 0 ? [(byte)number] : null, CreatedAt = Seed.Day,
    };
}
