using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The generic profile, and the shapes that belong to it: they are what the document is validated with.</summary>
internal sealed class GenericProfile() : LintRule("PC-L053", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (Text(Member(input.Root, "credentialProfiles"), "id") != Concepts.GenericProfile.Uri)
        {
            yield return Finding("/credentialProfiles", "Give the generic profile alone.");
        }

        if (Text(Member(input.Root, "credentialSchema"), "id") != Terms.Schema)
        {
            yield return Finding("/credentialSchema", "Give the shapes of the generic profile alone.");
        }
    }
}
