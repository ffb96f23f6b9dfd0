using System.Text.Json;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>What makes a reader trust a document: how it is signed, and how that is confirmed before it counts as issued.</summary>
public abstract class SecuringMechanism
{
    private protected SecuringMechanism()
    {
    }

    /// <summary>The kind of key that signs; null where nothing is signed.</summary>
    public abstract KeyAlgorithm? KeyAlgorithm { get; }

    /// <summary>Whether the document becomes the payload of a signature (VC Data Model 2.0 §4.12, enveloping proof) instead of standing alone.</summary>
    internal virtual bool IsEnveloping => false;

    /// <summary>
    /// Reads the document as its readers will, in JSON-LD safe mode, and answers the canonical bytes where the signature covers them. Making
    /// those costs as much as all other checks together, so others answer nothing.
    /// </summary>
    /// <exception cref="JsonLdException">A term is undefined, or a value would be lost.</exception>
    /// <exception cref="RdfcBudgetException">The graph costs too much to canonicalize.</exception>
    internal virtual byte[] Canonicalize(JsonElement root)
    {
        CanonicalRdf.RefuseUnsafe(root);
        return [];
    }

    /// <summary>The bytes that are stored and handed out. Only <see cref="LintedDocument.Sign"/> calls it, with a key of <see cref="KeyAlgorithm"/>.</summary>
    internal abstract ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options);

    /// <summary>Distrust of ourselves: what was signed has to verify, and to say exactly what was linted, before it counts as issued.</summary>
    /// <param name="signed">What is about to be stored.</param>
    /// <param name="linted">What was signed.</param>
    /// <param name="method">The issuer's key as others find it; null where nothing is signed.</param>
    /// <param name="now">The instant at which the signature is judged.</param>
    /// <exception cref="InvalidOperationException">It does not; nothing may be stored as issued.</exception>
    public abstract void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now);

    private protected static InvalidOperationException NotTheLintedOne() => new("The signed document is not the one that was linted.");

    internal static InvalidOperationException NotVerified(string? detail) => new($"Our own signature does not verify: {detail}");
}
