using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>
/// How a Data Integrity proof comes from a document: transformation, proof configuration, hashing, serialization
/// (Data Integrity EdDSA Cryptosuites 1.0 §3.2 and §3.3, whose steps the members follow). The suites differ in the first two.
/// </summary>
public abstract class Cryptosuite
{
    private static readonly Cryptosuite[] All = [new EddsaRdfc2022(), new EddsaJcs2022()];

    private protected Cryptosuite()
    {
    }

    /// <summary>The value of <c>cryptosuite</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The only kind of key that the suite signs and verifies with.</summary>
    public abstract KeyAlgorithm KeyAlgorithm { get; }

    /// <summary>The suite of that name, null for one that is not known here.</summary>
    public static Cryptosuite? Find(string name) => Array.Find(All, suite => suite.Name == name);

    /// <summary>Transformation: the bytes that stand for a document without its proof. It is what a signature is about.</summary>
    /// <exception cref="LinkedData.JsonLd.JsonLdException">eddsa-rdfc-2022: a term is undefined, or a value would be lost.</exception>
    /// <exception cref="LinkedData.Rdfc.RdfcBudgetException">eddsa-rdfc-2022: the graph costs too much to canonicalize.</exception>
    public byte[] CanonicalDocument(JsonElement unsecured) => Canonicalize(unsecured);

    /// <summary>Proof configuration: the bytes that stand for everything in the proof but its value.</summary>
    internal byte[] CanonicalConfiguration(JsonElement configuration) => Canonicalize(configuration);

    /// <summary>Hashing: SHA-256 of the configuration, then SHA-256 of the document, 64 bytes.</summary>
    internal static void Hash(ReadOnlySpan<byte> canonicalConfiguration, ReadOnlySpan<byte> canonicalDocument, Span<byte> hashData)
    {
        SHA256.HashData(canonicalConfiguration, hashData);
        SHA256.HashData(canonicalDocument, hashData[SHA256.HashSizeInBytes..]);
    }

    /// <summary>Whether the suite writes the document's <c>@context</c> into the proof, as well as into its configuration.</summary>
    internal abstract bool ProofCarriesContext { get; }

    /// <summary>
    /// The <c>@context</c> of the document that was signed, given the ones found in the document and in the proof
    /// (<see cref="JsonValueKind.Undefined"/> where there is none); false where the proof's does not belong to this document.
    /// </summary>
    internal abstract bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext);

    private protected abstract byte[] Canonicalize(JsonElement value);
}
