using System.Text;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>Badges of an issuer whose key is known here: what our writers make, in another issuer's name, and not signed yet.</summary>
internal static class Badges
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Our golden documents; what they name elsewhere is left out, so that they are valid as they are.</summary>
    internal static IReadOnlyList<byte[]> Of(string issuer) =>
        [.. new[] { "minimal", "several-languages", "assessed-micro-credential" }.Select(name => Written(name, issuer))];

    /// <summary>The smallest badge, changed.</summary>
    internal static byte[] Small(string issuer, Action<JsonObject>? change = null)
    {
        var badge = JsonNode.Parse("""
            {
              "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
              "id": "urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c11",
              "type": ["VerifiableCredential", "OpenBadgeCredential"],
              "name": "Safer conversations",
              "issuer": {"type": ["Profile"], "name": "Another School"},
              "validFrom": "2026-11-20T09:00:00Z",
              "validUntil": "2027-11-20T09:00:00Z",
              "credentialSubject": {
                "type": ["AchievementSubject"],
                "id": "did:example:learner",
                "achievement": {
                  "id": "https://school.example/achievements/1", "type": ["Achievement"], "name": "Safer conversations",
                  "description": "Talks somebody down.", "criteria": {"narrative": "Pass two role plays."}
                }
              }
            }
            """)!.AsObject();
        badge["issuer"]!["id"] = issuer;
        change?.Invoke(badge);
        return Encoding.UTF8.GetBytes(badge.ToJsonString());
    }

    private static byte[] Written(string name, string issuer)
    {
        var badge = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "golden", "open-badges-3", $"{name}.json")))!.AsObject();
        badge["issuer"]!["id"] = issuer;
        badge["id"] = "urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c12";
        badge.Remove("credentialStatus");
        badge.Remove("refreshService");
        badge.Remove("credentialSchema");
        return Encoding.UTF8.GetBytes(badge.ToJsonString());
    }
}
