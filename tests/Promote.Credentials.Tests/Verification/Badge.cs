using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Verification;

/// <summary>Open Badges of a stranger, made for one test each.</summary>
internal sealed class Badge
{
    /// <summary>When everything here was issued.</summary>
    public static readonly DateTimeOffset IssuedAt = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly Cryptosuite Suite = Cryptosuite.Find("eddsa-rdfc-2022")!;

    private Badge(SigningKey key, JsonObject json) => (Key, Json) = (key, json);

    public SigningKey Key { get; }

    public JsonObject Json { get; }

    /// <summary>A sound badge of a new did:key issuer, for a test to spoil before it is signed.</summary>
    public static Badge New()
    {
        var key = NewKey();
        return new Badge(key, new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ["id"] = "urn:uuid:1d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c11",
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = "Safer conversations",
            ["issuer"] = new JsonObject { ["id"] = DidKey.For(key.PublicKey), ["type"] = new JsonArray("Profile"), ["name"] = "Another School" },
            ["validFrom"] = "2026-11-20T09:00:00Z",
            ["credentialSubject"] = new JsonObject
            {
                ["type"] = new JsonArray("AchievementSubject"),
                ["id"] = "did:example:learner",
                ["achievement"] = new JsonObject
                {
                    ["id"] = "https://school.example/achievements/1",
                    ["type"] = new JsonArray("Achievement"),
                    ["name"] = "Safer conversations",
                    ["description"] = "Talks somebody down.",
                    ["criteria"] = new JsonObject { ["narrative"] = "Pass two role plays." },
                },
            },
        });
    }

    public static SigningKey NewKey() => DevelopmentKey.FromSeed(RandomNumberGenerator.GetBytes(32));

    public JsonObject Subject => Json["credentialSubject"]!.AsObject();

    public JsonObject Achievement => Subject["achievement"]!.AsObject();

    /// <summary>Spoils or enriches the badge.</summary>
    public Badge With(Action<Badge> change)
    {
        change(this);
        return this;
    }

    public byte[] Unsigned() => Encoding.UTF8.GetBytes(Json.ToJsonString());

    /// <summary>Signs as <c>did:key</c>.</summary>
    public byte[] Sign() => Sign(Key, DidKey.VerificationMethodFor(Key.PublicKey));

    /// <summary>Signs with any key under any name.</summary>
    public byte[] Sign(SigningKey key, string verificationMethod)
    {
        using var document = StrictJson.Parse(Unsigned());
        var options = new ProofOptions { VerificationMethod = verificationMethod, Created = IssuedAt };
        return DataIntegrityProof.Secure(document.RootElement, Suite.CanonicalDocument(document.RootElement), Suite, options, key);
    }

    /// <summary>Signs another document by the badge's key, or leaves it unsigned.</summary>
    public byte[] Signing(JsonObject json, bool sign = true) => sign ? new Badge(Key, json).Sign() : new Badge(Key, json).Unsigned();

    /// <summary>Writes a proof that nobody made, for documents that have no canonical form.</summary>
    public byte[] SignWithoutCare()
    {
        Json["proof"] = new JsonArray(new JsonObject
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "eddsa-rdfc-2022",
            ["verificationMethod"] = DidKey.VerificationMethodFor(Key.PublicKey),
            ["proofPurpose"] = "assertionMethod",
            ["proofValue"] = "z41ZsNkz78FHSGkAD5J4b8EN49DkywMMJSL3UdUNffbsCAWmTLPvtnJpd3JGGooYX7TNrzgsTLkXUWiGsRRZ788ML",
        });
        return Unsigned();
    }
}
