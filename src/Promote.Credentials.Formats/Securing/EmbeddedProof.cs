using System.Text.Json;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>A Data Integrity proof inside the document, as its last member.</summary>
public sealed class EmbeddedProof : SecuringMechanism
{
    private readonly Cryptosuite suite;

    /// <param name="suite">How the proof is made.</param>
    /// <param name="keyAlgorithm">One of the suite's.</param>
    internal EmbeddedProof(Cryptosuite suite, KeyAlgorithm keyAlgorithm) => (this.suite, KeyAlgorithm) = (suite, keyAlgorithm);

    /// <inheritdoc/>
    public override KeyAlgorithm? KeyAlgorithm { get; }

    internal override byte[] Canonicalize(JsonElement root)
    {
        if (!suite.CoversMeaning)
        {
            CanonicalRdf.RefuseUnsafe(root);
        }

        return suite.CanonicalDocument(root, KeyAlgorithm!.Value);
    }

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        return DataIntegrityProof.Secure(linted.Root, linted.Canonical, suite, options, key);
    }

    /// <inheritdoc/>
    public override void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(linted);
        ArgumentNullException.ThrowIfNull(method);

        // The proof stands behind the last member: everything up to the closing brace is what was linted.
        if (!signed.Span.StartsWith(linted.Utf8.Span[..^1]) || !signed.Span[(linted.Utf8.Length - 1)..].StartsWith(",\"proof\":["u8))
        {
            throw NotTheLintedOne();
        }

        // So its canonical form is that which was linted, and only the proof is read and reckoned anew.
        using var document = Read(signed);
        var results = DataIntegrityProof.Verify(
            document.RootElement, linted.Canonical, suite, method, new ProofVerificationOptions { Now = now, ExpectedController = method.Controller });
        if (results is not [{ Verified: true }])
        {
            throw NotVerified($"{results[0].ErrorCode} {results[0].Detail}");
        }
    }

    private static JsonDocument Read(ReadOnlyMemory<byte> signed)
    {
        try
        {
            return StrictJson.Parse(signed);
        }
        catch (MalformedJsonException malformed)
        {
            throw NotVerified($"It is not strict JSON: {malformed.Code}.");
        }
    }
}
