namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What is attested was awarded before it is attested.</summary>
internal sealed class AwardedInTime() : LeafRule("PC-L065", FormatFamily.Europass, ["awardingDate"], "The award was made at or before the moment of issuing.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => string.CompareOrdinal(leaf.Text, Text(input.Root, "issued")) > 0;
}
