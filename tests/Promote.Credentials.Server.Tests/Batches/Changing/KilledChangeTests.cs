using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Batches.Changing;

/// <summary>The process dies while many awards are changed.</summary>
public sealed class KilledChangeTests
{
    private const int Lines = 510;

    // Before and after the commit of the first of two chunks.
    [Theory]
    [OnSqlite("revoke", "change-1"), OnSqlite("revoke", "change-2")]
    [OnPostgres("revoke", "change-1"), OnPostgres("revoke", "change-2"), OnPostgres("replace", "issue-7:8")]
    public async Task The_next_start_goes_on_and_each_award_is_changed_once(Database kind, string action, string failpoint)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        Sent batch;
        await using (var dying = await ServiceProcess.StartAsync(database, address, ("PROMOTE_FAILPOINT", failpoint)))
        {
            dying.ActFor(seed);
            var (_, issued) = await ChangeManyTests.IssuedAsync(dying, Lines);
            batch = await ChangeManyTests.ChangeAsync(dying, action, new JsonObject { ["awards"] = ChangeManyTests.Of(batch: issued.Id), ["reason"] = "A crash", ["confirm"] = true });
            await dying.UntilGoneAsync();
        }

        await database.ExecuteAsync("UPDATE batches SET leased_until = NULL");
        await using var service = await ServiceInside.StartAsync(database, address);
        service.ActFor(seed);

        Assert.Equal((Lines, Lines, 0, Lines, 0), Sent.CountsOf(await (batch with { Service = service }).UntilAsync("done")));
        var done = action == "revoke" ? "revoked" : "replaced";
        Assert.Equal(Lines, await database.CountAsync($"SELECT count(*) FROM awards WHERE revoked_at IS NOT NULL"));
        Assert.Equal(Lines, await database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'award.{done}'"));
        Assert.Equal(Lines, await database.CountAsync($"SELECT count(DISTINCT subject) FROM outbox WHERE kind = 'award.{done}'"));
        Assert.Equal(action == "revoke" ? Lines : 2 * Lines, await database.CountAsync("SELECT count(*) FROM awards WHERE state = 'issued'"));
    }
}
