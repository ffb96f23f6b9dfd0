using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Outbox;

public sealed class ProcessOutboxTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_row_that_fails_waits_and_holds_up_no_other()
    {
        await using var db = service.Database.Open();
        var row = new OutboxRow { Kind = "award.issued", Subject = "no such award", CreatedAt = DateTimeOffset.UnixEpoch };
        db.Outbox.Add(row);
        await db.SaveChangesAsync();

        var things = await Things.MakeAsync(service.First);

        await UntilAsync($"SELECT count(*) FROM outbox WHERE subject = '{things.AwardId}' AND done_at IS NOT NULL");
        await UntilAsync($"SELECT count(*) FROM outbox WHERE id = {row.Id} AND attempts = 1 AND done_at IS NULL AND next_attempt_at > 0 AND gave_up_at IS NULL");
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM deliveries WHERE award_id = '{things.AwardId}' AND state = 'unavailable'"));
    }

    [Fact]
    public async Task A_kind_that_nobody_handles_is_left_for_a_version_that_does()
    {
        await using var db = service.Database.Open();
        db.Outbox.Add(new OutboxRow { Kind = "of.tomorrow", Subject = "1", CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();

        var things = await Things.MakeAsync(service.First);

        await UntilAsync($"SELECT count(*) FROM outbox WHERE subject = '{things.AwardId}' AND done_at IS NOT NULL");
        Assert.Equal(1, await db.Outbox.CountAsync(row => row.Kind == "of.tomorrow" && row.DoneAt == null && row.Attempts == 0));
    }

    private async Task UntilAsync(string count)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await service.Database.CountAsync(count) == 1)
            {
                return;
            }

            await Task.Delay(25);
        }

        Assert.Fail($"Never one: {count}");
    }
}
