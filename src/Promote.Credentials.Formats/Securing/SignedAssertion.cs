using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>The assertion, byte for byte, as the payload of a JWS by RS256 (Open Badges 2.0, Signed Verification). The key's id is the URL that the assertion names as <c>verification.creator</c>.</summary>
public sealed class SignedAssertion : SecuringMechanism
{
    /// <inheritdoc/>
    public override KeyAlgorithm? KeyAlgorithm => Proofs.Keys.KeyAlgorithm.Rsa;

    internal override bool IsEnveloping => true;

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        return CompactJws.Sign(linted.Utf8.Span, key, options.VerificationMethod);
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

        if (linted.Root.GetProperty("verification").GetProperty("creator").GetString() != method!.Id)
        {
            throw NotVerified("The assertion names another key.");
        }

        if (!jws.Verify(method.Key))
        {
            throw NotVerified("The signature is not over this assertion, or not by this key.");
        }
    }
}
