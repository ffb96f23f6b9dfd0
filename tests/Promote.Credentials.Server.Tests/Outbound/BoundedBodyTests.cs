using Promote.Credentials.Server.Outbound;

namespace Promote.Credentials.Server.Tests.Outbound;

public sealed class BoundedBodyTests
{
    [Fact]
    public async Task Ten_mebibytes_that_unpack_to_a_gibibyte_cost_no_more_memory_than_the_cap()
    {
        const int MiB = 1024 * 1024;
        await using var bomb = Bomb.Gzip();
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Everything is in memory, so that all of it happens on this thread before there is anything to wait for.
        var reading = BoundedBody.ReadAsync(bomb, MiB, CancellationToken.None);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.IsCompletedSuccessfully);
        Assert.Null(await reading);
        Assert.InRange(cost, 0, 4 * MiB);
    }
}
