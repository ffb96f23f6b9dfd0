namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Who earned it received the credit points that it gives.</summary>
internal sealed class CreditsReceived() : LintRule("PC-L079", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var claim = Member(Member(input.Root, "credentialSubject"), "hasClaim");
        var received = Text(Member(claim, "creditReceived"), "point");
        if (received != Text(Member(Member(claim, "specifiedBy"), "creditPoint"), "point"))
        {
            yield return Finding("/credentialSubject/hasClaim/creditReceived", "Give the credit points of the specification.");
        }
    }
}
