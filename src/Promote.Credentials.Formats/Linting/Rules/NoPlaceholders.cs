using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Nothing that stands for a text still to be written, or that a template or an API console left behind: a signed document is for ever.</summary>
internal sealed partial class NoPlaceholders() : LintRule("PC-L013")
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Text is not null && Placeholder.IsMatch(leaf.Text)
        select Finding(leaf.Pointer, "Replace the placeholder by the real text.");

    // Words count only when they are the whole text: "todo" is a word of Portuguese.
    [GeneratedRegex(@"^\s*(todo|tbd|tba|n/a|string|null|undefined|placeholder|\.{3}|-)\s*\z|lorem ipsum|\[object Object\]|\{\{.*\}\}|\$\{.*\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder { get; }
}
