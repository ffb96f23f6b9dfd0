using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Tests.Issuing;

public sealed class StatusListInUseTests
{
    private const int Size = 4096;

    [Fact]
    public void Every_index_is_picked_once_until_half_of_the_slices_are_given_out()
    {
        var list = New();

        var picked = PickAll(list);

        Assert.Equal(Size / 2, picked.Distinct().Count());
        Assert.All(picked, index => Assert.InRange(index, 0, Size - 1));
    }

    [Fact]
    public void Slices_that_others_have_are_not_taken()
    {
        var list = New();
        var others = Enumerable.Range(0, 256).Where(slice => slice % 3 == 0).ToList();

        for (var i = 0; i < 100; i++)
        {
            Assert.NotEqual(0, list.FreeSlice(others)! % 3);
        }
    }

    [Fact]
    public void A_slice_that_this_node_has_is_not_taken_again_though_nobody_sees_it_yet()
    {
        var list = New();
        var taken = new HashSet<int>();
        for (var i = 0; i < 128; i++)
        {
            var slice = list.FreeSlice([])!.Value;
            Assert.True(taken.Add(slice));
            list.Add(slice);
        }
    }

    [Fact]
    public void Many_threads_pick_no_index_twice()
    {
        var list = New();
        for (var slice = 0; slice < 128; slice++)
        {
            list.Add(slice);
        }

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
            foreach (var (order, index) in PickAll(New((byte)round)).Index())
            {
                counts[order * Cells / (Size / 2), index * Cells / Size]++;
            }
        }

        const double Expected = Lists * (Size / 2) / (double)(Cells * Cells);
        Assert.InRange(counts.Cast<int>().Sum(count => (count - Expected) * (count - Expected) / Expected), 0, 350);
    }

    private static List<int> PickAll(StatusListInUse list)
    {
        var (taken, picked) = (new HashSet<int>(), new List<int>());
        while (list.FreeSlice(taken) is { } slice)
        {
            taken.Add(slice);
            list.Add(slice);
            while (list.Pick() is { } place)
            {
                picked.Add(place.Index);
            }
        }

        return picked;
    }

    private static StatusListInUse New(byte seed = 1) => new(new StatusListRow
    {
        Id = RandomId.New(), IssuerId = "issuer", Use = StatusListUse.Awards, Purpose = StatusIndexes.Revocation, Number = 1, Size = Size, CreatedAt = default,
        Seed = [.. Enumerable.Repeat(seed, Scattering.SeedLength)],
    });
}
