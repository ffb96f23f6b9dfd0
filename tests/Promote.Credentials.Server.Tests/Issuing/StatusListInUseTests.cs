using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.Tests.Issuing;

public sealed class StatusListInUseTests
{
    private const int Size = 4096;

    [Fact]
    public void Every_index_is_picked_once_until_the_list_is_half_full()
    {
        var list = new StatusListInUse("list", Size, []);

        var picked = Enumerable.Range(0, Size / 2).Select(_ => list.Pick()!.Index).ToList();

        Assert.Equal(Size / 2, picked.Distinct().Count());
        Assert.All(picked, index => Assert.InRange(index, 0, Size - 1));
        Assert.True(list.IsHalfFull);
        Assert.Null(list.Pick());
    }

    [Fact]
    public void What_was_taken_before_is_not_picked_again()
    {
        var taken = Enumerable.Range(0, Size).Where(index => index % 3 == 0).ToList();
        var list = new StatusListInUse("list", Size, taken);

        for (var entry = list.Pick(); entry is not null; entry = list.Pick())
        {
            Assert.NotEqual(0, entry.Index % 3);
        }
    }

    [Fact]
    public void Many_threads_pick_no_index_twice()
    {
        var list = new StatusListInUse("list", Size, []);

        var picked = Enumerable.Range(0, Size / 2).AsParallel().Select(_ => list.Pick()!.Index).ToList();

        Assert.Equal(Size / 2, picked.Distinct().Count());
    }

    // Were the indexes to follow the order of issuing, neighbours in a list would tell who was awarded together:
    // chi-squared over 16 by 16 cells of (order, index) has 255 degrees of freedom and passes 350 once in 15,000 runs.
    [Fact]
    public void The_order_of_issuing_does_not_show_in_the_indexes()
    {
        const int Lists = 8, Cells = 16;
        var counts = new int[Cells, Cells];
        for (var round = 0; round < Lists; round++)
        {
            var list = new StatusListInUse("list", Size, []);
            for (var i = 0; i < Size / 2; i++)
            {
                counts[i * Cells / (Size / 2), list.Pick()!.Index * Cells / Size]++;
            }
        }

        const double Expected = Lists * (Size / 2) / (double)(Cells * Cells);
        Assert.InRange(counts.Cast<int>().Sum(count => (count - Expected) * (count - Expected) / Expected), 0, 350);
    }
}
