using System.Text.Json;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The recipient is an e-mail address hashed with SHA-256 and a salt that cannot be guessed: documents travel, and recipients are at risk.</summary>
internal sealed partial class RecipientHashed() : LintRule("PC-L045", FormatFamily.OpenBadges2)
{
    // 22 characters base64url are 128 bits.
    private const int MinSalt = 22;

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var recipient = Member(input.Root, "recipient");
        var isHashed = Text(recipient, "type") == OpenBadges2.Terms.Email
            && Member(recipient, "hashed").ValueKind == JsonValueKind.True
            && Text(recipient, "salt") is { Length: >= MinSalt }
            && Sha256.IsMatch(Text(recipient, "identity") ?? "");
        if (!isHashed)
        {
            yield return Finding("/recipient", "Hash the e-mail address with SHA-256 and a random salt of 128 bits.");
        }
    }

    [GeneratedRegex("^sha256\\$[0-9a-f]{64}\\z")]
    private static partial Regex Sha256 { get; }
}
