namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>A list object: values whose order counts.</summary>
internal sealed class ExpandedList(Place place, List<Expanded> items) : Expanded(place)
{
    public List<Expanded> Items { get; } = items;
}
