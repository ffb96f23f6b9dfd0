using System.Net;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>The disk of the database becomes full while a batch is issued, and somebody makes room.</summary>
[Trait("speed", "slow")]
public sealed class FullDiskTests
{
    private const int Lines = 1_500;

    [SmallDiskFact]
    public async Task A_batch_for_which_PostgreSQL_has_no_room_is_paused_and_goes_on_by_itself()
    {
        using var disk = SmallDisk.Mount(160);
        // What it does by itself at times would make it take no connection any more: it writes a file for each first one afterwards.
        await using var server = await OwnPostgres.StartAsync(disk, "autovacuum=off");
        await using var database = await TestDatabase.CreateMigratedAsync(server);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database);
        var batch = await StartedAsync(service, seed);

        disk.Fill();
        var paused = await batch.UntilAsync("paused");
        Assert.Equal("storageFull", paused.GetProperty("pausedBecause").GetString());
        Assert.InRange(Sent.CountsOf(paused).Issued, 1, Lines - 1);
        var awarded = await AwardUntilRefusedAsync(service, seed);
        await AssertNothingFailedAsync(service);

        // It was tried again meanwhile, and not more often than it waits.
        await Task.Delay(TimeSpan.FromSeconds(20));
        Assert.InRange(FullOf(service), 1, 4);
        await AssertNothingFailedAsync(service);
        disk.Empty();
        await AssertWholeAsync(service, batch, awarded);
    }

    [SmallDiskFact]
    public async Task A_batch_for_which_SQLite_has_no_room_waits_and_goes_on_by_itself()
    {
        using var disk = SmallDisk.Mount(64);
        await using var database = await TestDatabase.CreateMigratedAsync(disk);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database);
        var batch = await StartedAsync(service, seed);

        // Not even that it is paused can be stored.
        disk.Fill();
        for (var attempt = 0; attempt < 100 && FullOf(service) == 0; attempt++)
        {
            await Task.Delay(100);
        }

        await Task.Delay(TimeSpan.FromSeconds(6));
        Assert.InRange(FullOf(service), 1, 10);
        await AssertNothingFailedAsync(service);
        disk.Empty();
        await AssertWholeAsync(service, batch, awarded: 0);
    }

    private static async Task<Sent> StartedAsync(TestedService service, Seed seed)
    {
        service.ActFor(seed);
        var lines = string.Concat(Enumerable.Range(1, Lines).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20\n"));
        var batch = await Sent.PostAsync(service, seed.AchievementId, "givenName,familyName,email,awardedOn\n" + lines, "&confirm=true");
        while (await service.Database.CountAsync("SELECT count(*) FROM awards WHERE state = 'issued'") == 0)
        {
            await Task.Delay(10);
        }

        return batch;
    }

    private static int FullOf(TestedService service) => service.Output.Split("The disk of the database is full").Length - 1;

    // A few fit in what is left of pages; then whoever awards is told to come back.
    private static async Task<int> AwardUntilRefusedAsync(TestedService service, Seed seed)
    {
        for (var awarded = 0; awarded < 100; awarded++)
        {
            using var answer = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed, $"person-{awarded}"), $"key-{awarded}");
            if (answer.StatusCode != HttpStatusCode.Created)
            {
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "PC-R021"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
                Assert.NotNull(answer.Headers.RetryAfter);

                // The last one may be promised all the same.
                return (int)await service.Database.CountAsync("SELECT count(*) FROM awards WHERE id NOT IN (SELECT award_id FROM batch_lines WHERE award_id IS NOT NULL)");
            }
        }

        throw new InvalidOperationException("The disk is not full.");
    }

    private static async Task AssertNothingFailedAsync(TestedService service) =>
        Assert.Equal(0, await service.Database.CountAsync("SELECT count(*) FROM batch_lines WHERE state = 'failed'"));

    // What was promised when the room ended is kept by the job that looks for such awards each minute.
    private static async Task AssertWholeAsync(TestedService service, Sent batch, int awarded)
    {
        var done = await batch.UntilAsync("done", TimeSpan.FromMinutes(4));
        Assert.Equal((Lines, Lines, 0, Lines, 0), Sent.CountsOf(done));
        Assert.False(done.TryGetProperty("pausedBecause", out _));
        Assert.Equal(Lines, await service.Database.CountAsync("SELECT count(DISTINCT award_id) FROM batch_lines WHERE state = 'issued'"));
        await Ledger.AssertWholeAsync(service.Database, Lines + awarded);
    }
}
