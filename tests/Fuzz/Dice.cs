namespace Promote.Credentials.Fuzz;

/// <summary>Chance that comes out the same again: SplitMix64 from the seed, the target and the number of the case, so that each case can be made alone.</summary>
internal sealed class Dice
{
    private ulong state;

    internal Dice(ulong seed, string target, ulong number)
    {
        state = seed;
        foreach (var letter in target)
        {
            state = Next() ^ letter;
        }

        state = Next() ^ number;
    }

    /// <summary>A number from 0 to below the limit.</summary>
    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True once in so many times.</summary>
    internal bool OneIn(int times) => Below(times) == 0;

    internal T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A number that is mostly small: each doubling of it is half as likely.</summary>
    internal int Small(int limit)
    {
        var most = 1;
        while (most < limit && OneIn(2))
        {
            most *= 2;
        }

        return Below(Math.Min(most, limit)) + 1;
    }

    internal byte Byte() => (byte)Next();

    private ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
