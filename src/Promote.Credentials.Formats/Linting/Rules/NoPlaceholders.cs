using System.Buffers;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Nothing that stands for a text still to be written, or that a template or an API console left behind: a signed document is for ever.</summary>
internal sealed class NoPlaceholders() : LeafRule("PC-L013", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass, [], "Replace the placeholder by the real text.")
{
    // Words count only when they are the whole text: "todo" is a word of Portuguese.
    private static readonly HashSet<string> Whole =
        new(["todo", "tbd", "tba", "n/a", "string", "null", "undefined", "placeholder", "...", "-"], StringComparer.OrdinalIgnoreCase);

    private static readonly int LongestWhole = Whole.Max(word => word.Length);

    private static readonly SearchValues<string> Anywhere =
        SearchValues.Create(["lorem ipsum", "[object Object]", "{{", "${"], StringComparison.OrdinalIgnoreCase);

    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => leaf.Text is not null && IsPlaceholder(leaf.Text);

    private static bool IsPlaceholder(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return (trimmed.Length <= LongestWhole && Whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed)) || trimmed.ContainsAny(Anywhere);
    }
}
