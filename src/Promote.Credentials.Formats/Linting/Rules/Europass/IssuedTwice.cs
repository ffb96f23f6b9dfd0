namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The instant of issuing stands there for the shapes (issued) and for VC Data Model 1.1 (issuanceDate): both say the same, and the document says when its validity begins.</summary>
internal sealed class IssuedTwice() : LintRule("PC-L063", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var issued = Text(input.Root, "issued");
        if (issued != Text(input.Root, "issuanceDate") || Text(input.Root, "validFrom") is null)
        {
            yield return Finding("/issued", "Give issued and issuanceDate the same instant, and a validFrom.");
        }
    }
}
