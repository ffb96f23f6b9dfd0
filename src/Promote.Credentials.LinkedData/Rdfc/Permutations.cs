namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Every order of some items, one after the other in the same array.</summary>
internal static class Permutations
{
    public static IEnumerable<int[]> Of(int[] items)
    {
        Array.Sort(items);
        do
        {
            yield return items;
        }
        while (Advance(items));
    }

    /// <summary>The next order in lexicographic sequence; false after the last.</summary>
    private static bool Advance(int[] items)
    {
        int pivot = items.Length - 2;
        while (pivot >= 0 && items[pivot] >= items[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        int swap = items.Length - 1;
        while (items[swap] <= items[pivot])
        {
            swap--;
        }

        (items[pivot], items[swap]) = (items[swap], items[pivot]);
        Array.Reverse(items, pivot + 1, items.Length - pivot - 1);
        return true;
    }
}
