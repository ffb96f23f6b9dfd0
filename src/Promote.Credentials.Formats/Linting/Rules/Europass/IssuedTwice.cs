namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The instant of issuing stands there for the shapes (issued) and for VC Data Model 1.1 (issuanceDate): both say the same, and validity begins with it.</summary>
internal sealed class IssuedTwice() : LintRule("PC-L063", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var issued = Text(input.Root, "issued");
        if (issued != Text(input.Root, "issuanceDate") || issued != Text(input.Root, "validFrom"))
        {
            yield return Finding("/issued", "Give issued, issuanceDate and validFrom the same instant.");
        }
    }
}
