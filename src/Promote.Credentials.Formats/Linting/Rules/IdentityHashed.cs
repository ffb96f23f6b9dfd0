using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Identifiers of recipients are hashed with SHA-256 and a salt that cannot be guessed: documents travel, and recipients are at risk.</summary>
internal sealed partial class IdentityHashed() : LintRule("PC-L010", FormatFamily.OpenBadges3)
{
    // 22 characters base64url are 128 bits.
    private const int MinSalt = 22;

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from identity in Items(input.Subject, "identifier").Index()
        where !IsHashed(identity.Item)
        select Finding(JsonPointer.Append("/credentialSubject/identifier", identity.Index), "Hash the identifier with SHA-256 and a random salt of 128 bits.");

    private static bool IsHashed(JsonElement identity) =>
        Member(identity, "hashed").ValueKind == JsonValueKind.True
        && Text(identity, "salt") is { Length: >= MinSalt }
        && Sha256.IsMatch(Text(identity, "identityHash") ?? "");

    [GeneratedRegex("^sha256\\$[0-9a-f]{64}\\z")]
    private static partial Regex Sha256 { get; }
}
