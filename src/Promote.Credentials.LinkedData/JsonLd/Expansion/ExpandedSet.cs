namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Several values, an array in the standard's words. It exists only on the way: properties hold its items.</summary>
internal sealed class ExpandedSet(Place place, List<Expanded> items) : Expanded(place)
{
    public List<Expanded> Items { get; } = items;

    /// <summary>A value as an array: none, one, or the items of a set.</summary>
    public static List<Expanded> ItemsOf(Expanded? value) => value switch
    {
        null => [],
        ExpandedSet set => set.Items,
        _ => [value],
    };
}
