using Promote.Credentials.Verification.Securing;
using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Keys;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>A document on its way through the checks, with what several of them need.</summary>
internal sealed class Candidate
{
    private Task<OwnRecord?>? ownRecord;

    /// <summary>The bytes of the credential as they came, without the picture or file around them.</summary>
    internal required ReadOnlyMemory<byte> Utf8 { get; init; }

    /// <summary>What the credential says: for a JWT without its claims, for a sealed document the payload.</summary>
    internal required JsonElement Document { get; init; }

    /// <summary>By whose rules it is judged.</summary>
    internal required Family Family { get; init; }

    /// <summary>How it is secured.</summary>
    internal required SecuringMechanism Securing { get; init; }

    /// <summary>The keys that it names.</summary>
    internal required KeyRing Keys { get; init; }

    /// <summary>What it was handed in inside of.</summary>
    internal required Enclosure Enclosure { get; init; }

    /// <summary>What the caller asks.</summary>
    internal required VerificationRequest Request { get; init; }

    /// <summary>What checks need to look elsewhere.</summary>
    internal required Inquiry Inquiry { get; init; }

    /// <summary>The reports on the credentials in a presentation, once they were looked at.</summary>
    internal IReadOnlyList<Report> Parts { get; set; } = [];

    /// <summary>The instant at which it has to be valid.</summary>
    internal DateTimeOffset Now => Request.Now;

    /// <summary>The credential's own id, or null.</summary>
    internal string? Id => Document.Text("id");

    /// <summary>The issuer's id, or null.</summary>
    internal string? IssuerId => Family.IssuerId(Document);

    /// <summary>What every proof has to be.</summary>
    internal ProofVerificationOptions ProofOptions => Family.ProofOptions(Request);

    /// <summary>What this service has on record about it, read once; null where the document does not say which it is.</summary>
    internal ValueTask<OwnRecord?> OwnRecordAsync(CancellationToken cancellationToken) =>
        new((ownRecord ??= Inquiry.OwnRecordAsync(Id, IssuerId, cancellationToken).AsTask()).WaitAsync(cancellationToken));

    /// <summary>The finding on something that cannot be found out: open, or by the letter of the specification a failure.</summary>
    internal Finding Open(string key, string detail, params IReadOnlyList<string> facts) =>
        new(Request.Profile == VerificationProfile.Strict ? CheckOutcome.Failed : CheckOutcome.NotChecked, key, detail, facts);

    /// <summary>The finding on a fault that is common in the field and changes nothing about what the document says: a warning, or by the letter a failure.</summary>
    internal Finding Lenient(string key, string detail, params IReadOnlyList<string> facts) =>
        new(Request.Profile == VerificationProfile.Strict ? CheckOutcome.Failed : CheckOutcome.Warning, key, detail, facts);
}
