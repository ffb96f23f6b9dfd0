using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Distrust of ourselves: what was signed has to verify, and to say what was linted, before it counts as issued.</summary>
internal static class OwnSignature
{
    /// <exception cref="InvalidOperationException">It does not; nothing may be stored as issued.</exception>
    public static void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, IssuerIdentity identity, DateTimeOffset now)
    {
        // The proof stands behind the last member: everything up to the closing brace is what was linted.
        if (!signed.Span.StartsWith(linted.Utf8.Span[..^1]) || !signed.Span[(linted.Utf8.Length - 1)..].StartsWith(",\"proof\":["u8))
        {
            throw new InvalidOperationException("The signed document is not the one that was linted.");
        }

        using var document = StrictJson.Parse(signed);
        var method = identity.VerificationMethod;
        var results = DataIntegrityProof.Verify(
            document.RootElement,
            new Dictionary<string, VerificationMethod>(StringComparer.Ordinal) { [method.Id] = method },
            new ProofVerificationOptions { Now = now, ExpectedController = identity.Did });
        if (results is not [{ Verified: true }])
        {
            throw new InvalidOperationException($"Our own signature does not verify: {results[0].ErrorCode} {results[0].Detail}");
        }
    }
}
