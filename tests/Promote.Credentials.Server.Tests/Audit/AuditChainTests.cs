using System.Data.Common;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Audit;

/// <summary>Whatever is done to the audit trail behind the service's back is refused by the database, and else found.</summary>
public sealed class AuditChainTests
{
    private const string Columns = "id, at, issuer_id, actor, action, subject, detail, learner_id, reason, previous, hash";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_touched_is_intact_and_says_how_long_it_is(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 7);
        await chained.AddAsync(2);

        Assert.Equal((null, 7, 2), Short(await chained.VerifyAsync()));
        await chained.ExtendAsync();
        Assert.Equal((null, 9, 0), Short(await chained.VerifyAsync()));
        Assert.Equal(9, chained.HeadFile.Read()!.Sequence);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_changed_column_is_found(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 5);
        var blob = kind == Database.Postgres ? "'\\x07'" : "x'07'";
        foreach (var (column, value) in ((string, string)[])
        [
            ("id", "4711"), ("at", kind == Database.Postgres ? "at + interval '1 millisecond'" : "at + 1"), ("issuer_id", "'other'"), ("actor", "'other'"), ("action", "'other'"),
            ("subject", "'other'"), ("detail", "'{}'"), ("learner_id", "NULL"), ("reason", "NULL"), ("reason", blob), ("previous", blob), ("hash", blob), ("hash", "NULL"),
        ])
        {
            var before = await RowAsync(chained, 3);
            await chained.AttackAsync($"UPDATE audit SET {column} = {value} WHERE sequence = 3");
            Assert.Equal((AuditFault.Tampered, 3, 0), Short(await chained.VerifyAsync()));
            await chained.AttackAsync("DELETE FROM audit WHERE sequence = 3");
            await InsertAsync(chained, before);
            Assert.Equal((null, 5, 0), Short(await chained.VerifyAsync()));
        }

        await chained.AttackAsync("UPDATE audit SET sequence = 9 WHERE sequence = 5");
        Assert.Equal((AuditFault.Tampered, 9, 0), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_gone_from_the_middle_is_found_whatever_the_numbers_say(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 6);
        await chained.AttackAsync("DELETE FROM audit WHERE sequence = 4");
        Assert.Equal((AuditFault.Missing, 4, 0), Short(await chained.VerifyAsync()));

        await chained.AttackAsync("UPDATE audit SET sequence = 4 WHERE sequence = 5");
        await chained.AttackAsync("UPDATE audit SET sequence = 5 WHERE sequence = 6");
        Assert.Equal((AuditFault.Missing, 4, 0), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_whose_place_was_taken_away_is_missing_from_it(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 3);
        await chained.AttackAsync("UPDATE audit SET sequence = NULL WHERE sequence = 2");
        Assert.Equal((AuditFault.Missing, 2, 1), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_swapped_rows_are_found(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 6);
        await chained.AttackAsync("UPDATE audit SET sequence = 99 WHERE sequence = 3");
        await chained.AttackAsync("UPDATE audit SET sequence = 3 WHERE sequence = 4");
        await chained.AttackAsync("UPDATE audit SET sequence = 4 WHERE sequence = 99");
        Assert.Equal((AuditFault.Reordered, 3, 0), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_that_is_cut_off_is_found_also_once_it_grew_again(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 5);
        await chained.AttackAsync("DELETE FROM audit WHERE sequence = 5");
        Assert.Equal((AuditFault.CutOff, 4, 0), Short(await chained.VerifyAsync()));

        await chained.AddAsync(3, "somebody else");
        await chained.ExtendAsync();
        Assert.Equal((AuditFault.CutOff, 5, 0), Short(await chained.VerifyAsync()));
        Assert.Equal(5, chained.HeadFile.Read()!.Sequence);

        await chained.AttackAsync("DELETE FROM audit");
        Assert.Equal((AuditFault.CutOff, 0, 0), Short(await chained.VerifyAsync()));
    }

    [Fact]
    public async Task Without_the_file_nobody_can_tell_where_it_ended()
    {
        await using var chained = await Chained.CreateAsync(Database.Sqlite, 5);
        File.Delete(chained.HeadFile.Path);
        Assert.Equal((AuditFault.EndUnknown, 5, 0), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_to_change_delete_and_chain_again(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 2);
        await chained.AddAsync(1);
        foreach (var sql in (string[])
        [
            "UPDATE audit SET actor = 'other'", "UPDATE audit SET actor = 'other' WHERE sequence IS NULL", "UPDATE audit SET actor = 'other', sequence = 3 WHERE sequence IS NULL",
            "UPDATE audit SET sequence = 7 WHERE sequence = 2", "UPDATE audit SET hash = previous WHERE sequence = 2", "UPDATE audit SET sequence = NULL", "DELETE FROM audit",
            "DELETE FROM audit WHERE sequence IS NULL",
            kind == Database.Postgres ? "TRUNCATE audit" : $"INSERT OR REPLACE INTO audit ({Columns}, sequence) SELECT {Columns}, sequence FROM audit WHERE sequence = 2",
        ])
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => chained.Database.ExecuteAsync(sql));
            Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal((null, 2, 1), Short(await chained.VerifyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_who_write_and_chain_at_once_keep_one_chain(Database kind)
    {
        await using var chained = await Chained.CreateAsync(kind, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await chained.AddAsync(10, $"writer {writer}");
                await chained.ExtendAsync();
            }
        })));
        Assert.Equal((null, 800, 0), Short(await chained.VerifyAsync()));
        Assert.Equal(800, chained.HeadFile.Read()!.Sequence);
    }

    private static (AuditFault?, long, long) Short(AuditVerdict verdict) => (verdict.Fault, verdict.Sequence, verdict.Waiting);

    private static async Task<string> RowAsync(Chained chained, int sequence) => string.Join(", ", (await chained.Database.QueryAsync(
        $"SELECT {Columns}, sequence FROM audit WHERE sequence = {sequence}"))[0].Select(Literal));

    private static string Literal(object value) => value switch
    {
        byte[] bytes => $"§{Convert.ToHexString(bytes)}",
        DateTime instant => $"'{instant:yyyy-MM-ddTHH:mm:ss.fffZ}'",
        string text => $"'{text}'",
        _ => $"{value}",
    };

    private static Task InsertAsync(Chained chained, string literals)
    {
        var values = string.Join(", ", literals.Split(", ").Select(one => !one.StartsWith('§') ? one : chained.Database.Kind == Database.Postgres ? $"'\\x{one[1..]}'" : $"x'{one[1..]}'"));
        return chained.Database.ExecuteAsync($"INSERT INTO audit ({Columns}, sequence) VALUES ({values})");
    }
}
