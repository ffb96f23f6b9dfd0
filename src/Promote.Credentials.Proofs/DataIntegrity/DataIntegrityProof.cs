using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>Proofs embedded in a document (Verifiable Credential Data Integrity 1.0): made, described, verified.</summary>
public static class DataIntegrityProof
{
    /// <summary>
    /// The document with its first proof: the input's bytes, member for member, and <c>proof</c> as an array behind them
    /// (Open Badges 3.0 takes an array). <paramref name="canonicalDocument"/> is the suite's canonical form of the same document for
    /// this kind of key.
    /// </summary>
    /// <exception cref="ArgumentException">The document is not an object, or has a proof already, or the suite takes no key of this kind.</exception>
    internal static byte[] Secure(JsonElement unsecured, ReadOnlyMemory<byte> canonicalDocument, Cryptosuite suite, ProofOptions options, SigningKey key)
    {
        if (unsecured.ValueKind != JsonValueKind.Object || unsecured.TryGetProperty("proof", out _))
        {
            throw new ArgumentException("Only an object without a proof takes its first proof.", nameof(unsecured));
        }
        byte[] proof = Create(Context(unsecured), canonicalDocument.Span, suite, options, key);
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(unsecured);
        var output = new ArrayBufferWriter<byte>(json.Length + proof.Length + 16);
        output.Write(json[..^1]);
        output.Write(unsecured.GetPropertyCount() > 0 ? ",\"proof\":["u8 : "\"proof\":["u8);
        output.Write(proof);
        output.Write("]}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// One more proof for a document that has some: beside them (a set), or over those that <see cref="ProofOptions.PreviousProof"/> names (a chain).
    /// The result is the new proof alone.
    /// </summary>
    /// <exception cref="ArgumentException">A proof to follow is not there, or the suite takes no key of this kind.</exception>
    internal static byte[] Next(JsonElement secured, Cryptosuite suite, ProofOptions options, SigningKey key)
    {
        var document = new SecuredDocument(secured);
        IReadOnlyList<Proof> proofs = ProofReader.ReadAll(secured);
        var next = new Proof { Index = proofs.Count, Json = default, Id = options.Id, PreviousProof = options.PreviousProof };
        return ProofChain.TryFollow(next, [.. proofs, next], out IReadOnlyList<Proof> previous, out string error)
            ? Create(document.Context, document.Canonical(suite, key.PublicKey.Algorithm, document.Context, previous).Span, suite, options, key)
            : throw new ArgumentException(error, nameof(options));
    }

    /// <summary>What each proof of a document says about itself; empty where there is none.</summary>
    public static IReadOnlyList<ProofDescription> Describe(JsonElement secured) =>
        [.. ProofReader.ReadAll(secured).Select(proof => proof.Describe())];

    /// <summary>
    /// The verdict on every proof of a document, never an empty list: a document without a proof has one failed result.
    /// The document is as <see cref="StrictJson"/> read it; nothing in it makes this throw.
    /// </summary>
    /// <param name="secured">The document with its proofs.</param>
    /// <param name="methods">The keys that the proofs name, by their URLs, as their controllers publish them for claims.</param>
    /// <param name="options">What the proofs have to say.</param>
    public static IReadOnlyList<ProofResult> Verify(
        JsonElement secured, IReadOnlyDictionary<string, VerificationMethod> methods, ProofVerificationOptions options)
    {
        return Verify(new SecuredDocument(secured), ProofReader.ReadAll(secured), methods, options);
    }

    /// <summary>The same of a document that <see cref="Secure"/> made of the one whose canonical form this is: whoever knows that the bytes are the same need not make it again.</summary>
    internal static IReadOnlyList<ProofResult> Verify(
        JsonElement secured, ReadOnlyMemory<byte> canonicalDocument, Cryptosuite suite, VerificationMethod method, ProofVerificationOptions options) => Verify(
        SecuredDocument.Of(secured, suite, method.Key.Algorithm, canonicalDocument),
        ProofReader.ReadAll(secured),
        new Dictionary<string, VerificationMethod>(StringComparer.Ordinal) { [method.Id] = method },
        options);

    private static ProofResult[] Verify(
        SecuredDocument document, IReadOnlyList<Proof> proofs, IReadOnlyDictionary<string, VerificationMethod> methods, ProofVerificationOptions options)
    {
        if (proofs.Count == 0)
        {
            return [new ProofResult(0, null, null, false, ProofErrors.ProofVerification, "The document has no proof.")];
        }
        var verifier = new ProofVerifier(document, proofs, methods, options);
        return [.. proofs.Select(verifier.Verify)];
    }

    /// <summary>The suite's steps: proof configuration, hashing, serialization. The transformation was done before.</summary>
    private static byte[] Create(JsonElement context, ReadOnlySpan<byte> canonicalDocument, Cryptosuite suite, ProofOptions options, SigningKey key)
    {
        KeyAlgorithm algorithm = key.PublicKey.Algorithm;
        if (!suite.KeyAlgorithms.Contains(algorithm))
        {
            throw new ArgumentException($"The suite {suite.Name} does not sign with a key of {algorithm}.", nameof(key));
        }
        using JsonDocument configuration = StrictJson.Parse(ProofWriter.Write(suite, options, context, proofValue: null));
        byte[] hashData = Cryptosuite.Hash(algorithm, suite.CanonicalConfiguration(configuration.RootElement, algorithm), canonicalDocument);
        string proofValue = Multibase.Base58Btc(key.Sign(hashData));
        return ProofWriter.Write(suite, options, suite.Transformation.ProofCarriesContext ? context : default, proofValue);
    }

    private static JsonElement Context(JsonElement document) =>
        document.TryGetProperty("@context", out JsonElement context) ? context : default;
}
