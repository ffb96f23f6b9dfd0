using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The credential is named by a random UUID: an id that counts would tell how many there are, and who is next.</summary>
internal sealed partial class CredentialUrn() : LintRule("PC-L052", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        if (!RandomUuid.IsMatch(Text(input.Root, "id") ?? ""))
        {
            yield return Finding("/id", "Give urn:credential: and a random UUID (RFC 9562, version 4) in small letters.");
        }
    }

    [GeneratedRegex("^urn:credential:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z")]
    private static partial Regex RandomUuid { get; }
}
