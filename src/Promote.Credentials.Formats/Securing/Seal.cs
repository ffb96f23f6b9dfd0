using System.Text.Json;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>The seal of an organisation around the document, byte for byte (JAdES, ETSI TS 119 182-1). A certificate says whose it is, so it is made by a <see cref="SealKey"/> and not by a bare key.</summary>
public sealed class Seal : SecuringMechanism
{
    /// <summary>None: whether it is RSA or P-256 is the certificate's matter.</summary>
    public override KeyAlgorithm? KeyAlgorithm => null;

    internal override bool IsEnveloping => true;

    /// <summary>A seal's key as records name it: by the thumbprint of its certificate (RFC 7515 §4.1.8).</summary>
    public static VerificationMethod MethodOf(SealKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new VerificationMethod(NameOf(key.Certificate.Span), key.Subject.OrganisationIdentifier, key.PublicKey);
    }

    /// <summary>The same document with the authority's token: level B-T.</summary>
    /// <exception cref="ArgumentException">The token is not over its signature, or it has one already.</exception>
    public static SignedDocument WithTimeStamp(SignedDocument sealedDocument, ReadOnlySpan<byte> token)
    {
        ArgumentNullException.ThrowIfNull(sealedDocument);
        return new(sealedDocument.Format, JadesSeal.WithSignatureTimeStamp(sealedDocument.Utf8, token));
    }

    internal static ReadOnlyMemory<byte> Sign(LintedDocument linted, SealKey key, DateTimeOffset at) => JadesSeal.Sign(linted.Utf8.Span, key, at);

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options) =>
        throw new InvalidOperationException("A seal is made by a key with a certificate.");

    /// <inheritdoc/>
    public override void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(linted);
        ArgumentNullException.ThrowIfNull(method);
        if (!JadesSeal.TryRead(signed, out var seal, out var error))
        {
            throw NotVerified(error);
        }

        if (!seal.Payload.Span.SequenceEqual(linted.Utf8.Span))
        {
            throw NotTheLintedOne();
        }

        if (NameOf(seal.Certificate.Span) != method.Id || !IsOwner(seal.Subject, linted.Root.GetProperty("issuer")))
        {
            throw NotVerified("The document names another issuer than the certificate.");
        }

        // Whom the operator trusts is for readers to judge; that it is intact is for us.
        if (seal.Verify([], now).Intact is { Holds: false } broken)
        {
            throw NotVerified(broken.Sentence);
        }
    }

    private static bool IsOwner(SealSubject? subject, JsonElement issuer) =>
        subject is not null
        && issuer.GetProperty("eIDASIdentifier").GetProperty("notation").GetString() == subject.OrganisationIdentifier
        && issuer.GetProperty("legalName").EnumerateObject().All(name => name.Value.GetString() == subject.Organisation);

    private static string NameOf(ReadOnlySpan<byte> certificate) => $"x5t#S256:{SealKey.ThumbprintOf(certificate)}";
}
