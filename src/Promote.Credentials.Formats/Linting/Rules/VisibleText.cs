using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>No control, bidirectional or invisible characters in any text, so that everybody reads what was signed.</summary>
internal sealed class VisibleText() : LeafRule("PC-L014", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass, [], "Remove control, bidirectional and invisible characters.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => leaf.Text is not null && !SafeText.IsBlock(leaf.Text);
}
