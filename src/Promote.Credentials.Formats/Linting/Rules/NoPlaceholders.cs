using System.Buffers;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Nothing that stands for a text still to be written, or that a template or an API console left behind: a signed document is for ever.</summary>
internal sealed class NoPlaceholders() : LintRule("PC-L013", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass)
{
    // Words count only when they are the whole text: "todo" is a word of Portuguese.
    private static readonly HashSet<string> Whole =
        new(["todo", "tbd", "tba", "n/a", "string", "null", "undefined", "placeholder", "...", "-"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Anywhere =
        SearchValues.Create(["lorem ipsum", "[object Object]", "{{", "${"], StringComparison.OrdinalIgnoreCase);

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Text is not null && IsPlaceholder(leaf.Text)
        select Finding(leaf.Pointer, "Replace the placeholder by the real text.");

    private static bool IsPlaceholder(string text) => Whole.Contains(text.Trim()) || text.AsSpan().ContainsAny(Anywhere);
}
