using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Exactly the two types of a European Digital Credential: the Commission's own software takes no others.</summary>
internal sealed class EdcTypes() : LintRule("PC-L051", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!Items(input.Root, "type").Select(type => type.ToString()).SequenceEqual(Terms.Types))
        {
            yield return Finding("/type", "Give VerifiableCredential and EuropeanDigitalCredential, in this order.");
        }
    }
}
