namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What is attested was awarded before it is attested.</summary>
internal sealed class AwardedInTime() : LintRule("PC-L065", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "awardingDate" && string.CompareOrdinal(leaf.Text, Text(input.Root, "issued")) > 0
        select Finding(leaf.Pointer, "The award was made at or before the moment of issuing.");
}
