using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>No control, bidirectional or invisible characters in any text, so that everybody reads what was signed.</summary>
internal sealed class VisibleText() : LintRule("PC-L014", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Text is not null && !SafeText.IsBlock(leaf.Text)
        select Finding(leaf.Pointer, "Remove control, bidirectional and invisible characters.");
}
