using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>The credential, byte for byte, as the payload of a JWT of type <c>vc+jwt</c> (Securing Verifiable Credentials using JOSE and COSE §3.1.1).</summary>
public sealed class VcJoseProof : SecuringMechanism
{
    /// <param name="keyAlgorithm">P-256 for ES256.</param>
    internal VcJoseProof(KeyAlgorithm keyAlgorithm) => KeyAlgorithm = keyAlgorithm;

    /// <inheritdoc/>
    public override KeyAlgorithm? KeyAlgorithm { get; }

    internal override bool IsEnveloping => true;

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        return CompactJws.Sign(linted.Utf8.Span, key, options.VerificationMethod, "vc+jwt");
    }

    /// <inheritdoc/>
    public override void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(linted);
        var jws = Jws.Read(signed, KeyAlgorithm, method);
        if (!jws.Payload.Span.SequenceEqual(linted.Utf8.Span))
        {
            throw NotTheLintedOne();
        }

        // Not judged at an instant: what is promised is finished, even if it ended meanwhile.
        var result = VcJwt.Verify(jws, method!.Key);
        if (!result.Verified)
        {
            throw NotVerified($"{result.ErrorCode} {result.Detail}");
        }
    }
}
