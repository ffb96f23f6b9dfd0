using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Assertions;
using Promote.Credentials.Verification.Ports;
using Promote.Credentials.Verification.Securing;

namespace Promote.Credentials.Verification.Intake;

/// <summary>What was handed in → by whose rules it is judged, how it is secured, and what it says.</summary>
internal static class SubmissionReader
{
    private static readonly OpenBadges3 OpenBadge = new();
    private static readonly OpenBadges3OverVersionOne EarlyOpenBadge = new();
    private static readonly Endorsement Endorsement = new();
    private static readonly VerifiableCredential Credential = new();
    private static readonly VerifiableCredentialOne EarlyCredential = new();
    private static readonly Presentation Presentation = new();
    private static readonly Europass Europass = new();

    internal static SubmissionReading Read(Submission submission, IReadOnlyList<SealTrustAnchor> trustAnchors, DateTimeOffset now) => submission switch
    {
        JsonSubmission json => ReadJson(json.Document),
        JwsSubmission jws => ReadJws(jws.Jws),
        SealSubmission seal => ReadSeal(seal.Seal, trustAnchors, now),
        _ => SubmissionReading.Rejected("", "This is not a credential."),
    };

    private static SubmissionReading ReadJson(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return SubmissionReading.Rejected("", "A credential is a JSON object.");
        }

        if (Assertion.Is(document))
        {
            return new() { Assertion = new Assertion(document, Jws: null) };
        }

        return FamilyOf(document) is { } family
            ? new() { Family = family, Document = document, Securing = document.TryGetProperty("proof", out _) ? new EmbeddedProofs(document) : new Unsecured() }
            : SubmissionReading.Rejected("/type", "A credential names the type VerifiableCredential, a presentation VerifiablePresentation, an Open Badges 2.0 award Assertion.");
    }

    private static SubmissionReading ReadJws(CompactJws jws)
    {
        if (!VcJwtDocument.TryRead(jws, out var read, out var error))
        {
            return SubmissionReading.Rejected("", $"This token is no credential. {error}");
        }

        var document = FetchedJson.Read(read.Utf8);
        if (Assertion.Is(document))
        {
            return new() { Assertion = new Assertion(document, jws) };
        }

        return FamilyOf(document) is { } family
            ? new() { Family = family, Document = document, Securing = new JwtSecuring(jws, read) }
            : SubmissionReading.Rejected("", "This token holds no credential, no presentation and no Open Badges 2.0 assertion.");
    }

    private static SubmissionReading ReadSeal(SealReading seal, IReadOnlyList<SealTrustAnchor> trustAnchors, DateTimeOffset now)
    {
        try
        {
            var document = StrictJson.Parse(seal.Payload, Limits.Large).RootElement;
            return FamilyOf(document) is { } family
                ? new() { Family = family, Document = document, Securing = new SealSecuring(seal, seal.Verify(trustAnchors, now)) }
                : SubmissionReading.Rejected("/payload", "What is sealed is no credential.");
        }
        catch (MalformedJsonException malformed)
        {
            return SubmissionReading.Rejected("/payload", $"What is sealed is not strict JSON: {malformed.Message}");
        }
    }

    private static Family? FamilyOf(JsonElement document)
    {
        if (document.Names("type", "VerifiablePresentation"))
        {
            return Presentation;
        }

        if (!document.Names("type", "VerifiableCredential"))
        {
            return null;
        }

        var isEarly = document.Each("@context").FirstOrDefault() is { ValueKind: JsonValueKind.String } first && first.ValueEquals(VersionOne.Context);
        return document switch
        {
            _ when document.Names("type", "EuropeanDigitalCredential") => Europass,
            _ when document.Names("type", "OpenBadgeCredential") || document.Names("type", "AchievementCredential") => isEarly ? EarlyOpenBadge : OpenBadge,
            _ when document.Names("type", "EndorsementCredential") && !isEarly => Endorsement,
            _ => isEarly ? EarlyCredential : Credential,
        };
    }
}
