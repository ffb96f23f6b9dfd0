namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Several values, an array in the standard's words. It exists only on the way: properties hold its items.</summary>
internal sealed class ExpandedSet(Place place, List<Expanded> items) : Expanded(place)
{
    public List<Expanded> Items { get; } = items;
}
