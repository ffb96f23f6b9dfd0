namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Ids that others dereference: https, http on this machine for a trial, or a URN.</summary>
internal sealed class PublicId() : LintRule("PC-L005", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!IsPublic(Text(input.Root, "id")))
        {
            yield return Finding("/id", "The id is an https URL, an http URL of this machine, or a URN.");
        }

        if (!IsPublic(Text(input.Achievement, "id")))
        {
            yield return Finding("/credentialSubject/achievement/id", "The id is an https URL, an http URL of this machine, or a URN.");
        }
    }

    private static bool IsPublic(string? id) =>
        WebAddress(id) is not null || (Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme == "urn");
}
