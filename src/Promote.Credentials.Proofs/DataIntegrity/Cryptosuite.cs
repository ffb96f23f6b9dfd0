using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>
/// How a Data Integrity proof comes from a document: transformation, proof configuration, hashing, serialization
/// (Data Integrity EdDSA Cryptosuites 1.0 §3.2 and §3.3, ECDSA Cryptosuites 1.0 §3.2 and §3.3, whose steps the members follow).
/// A suite is a transformation and the kinds of key that it takes; all hashes follow the key.
/// </summary>
public abstract class Cryptosuite
{
    private static readonly Cryptosuite[] All = [new EddsaRdfc2022(), new EddsaJcs2022(), new EcdsaRdfc2019(), new EcdsaJcs2019()];

    /// <summary>In bytes; a stranger's may be as large as a document.</summary>
    private const int MaxRemembered = 4096;

    [ThreadStatic]
    private static Configuration? _last;

    private protected Cryptosuite(string name, Transformation transformation, params IReadOnlyList<KeyAlgorithm> keyAlgorithms) =>
        (Name, Transformation, KeyAlgorithms) = (name, transformation, keyAlgorithms);

    /// <summary>The value of <c>cryptosuite</c>.</summary>
    public string Name { get; }

    /// <summary>The kinds of key that the suite signs and verifies with.</summary>
    public IReadOnlyList<KeyAlgorithm> KeyAlgorithms { get; }

    /// <summary>Whether a proof covers what the document means, as RDF, so that making it reads the document in safe mode; else its JSON as it stands.</summary>
    public bool CoversMeaning => Transformation == Transformation.Rdfc;

    internal Transformation Transformation { get; }

    /// <summary>The suite of that name, null for one that is not known here.</summary>
    public static Cryptosuite? Find(string name) => Array.Find(All, suite => suite.Name == name);

    /// <summary>The bytes that stand for a document without its proof, for a key of the suite's first kind.</summary>
    /// <inheritdoc cref="CanonicalDocument(JsonElement, KeyAlgorithm)"/>
    public byte[] CanonicalDocument(JsonElement unsecured) => CanonicalDocument(unsecured, KeyAlgorithms[0]);

    /// <summary>Transformation: the bytes that stand for a document without its proof. It is what a signature is about.</summary>
    /// <exception cref="LinkedData.JsonLd.JsonLdException">An rdfc suite: a term is undefined, or a value would be lost.</exception>
    /// <exception cref="LinkedData.Rdfc.RdfcBudgetException">An rdfc suite: the graph costs too much to canonicalize.</exception>
    public byte[] CanonicalDocument(JsonElement unsecured, KeyAlgorithm algorithm) => Transformation.Canonicalize(unsecured, HashOf(algorithm));

    /// <summary>Proof configuration: the bytes that stand for everything in the proof but its value.</summary>
    internal byte[] CanonicalConfiguration(JsonElement configuration, KeyAlgorithm algorithm)
    {
        // Of many documents that are signed together and checked, it is the same.
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(configuration);
        HashAlgorithmName hash = HashOf(algorithm);
        if (_last is { } last && last.Transformation == Transformation && last.Hash == hash && json.SequenceEqual(last.Json))
        {
            return last.Canonical;
        }
        byte[] canonical = Transformation.Canonicalize(configuration, hash);
        if (json.Length <= MaxRemembered)
        {
            _last = new(Transformation, hash, json.ToArray(), canonical);
        }
        return canonical;
    }

    /// <summary>The hash that goes with a key, inside RDFC-1.0 too (ECDSA Cryptosuites 1.0 §3.2.3): SHA-384 for P-384, else SHA-256.</summary>
    internal static HashAlgorithmName HashOf(KeyAlgorithm algorithm) =>
        algorithm == KeyAlgorithm.P384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>Hashing: the hash of the configuration, then the hash of the document, 64 or 96 bytes.</summary>
    internal static byte[] Hash(KeyAlgorithm algorithm, ReadOnlySpan<byte> canonicalConfiguration, ReadOnlySpan<byte> canonicalDocument) =>
    [
        .. CryptographicOperations.HashData(HashOf(algorithm), canonicalConfiguration),
        .. CryptographicOperations.HashData(HashOf(algorithm), canonicalDocument),
    ];

    private sealed record Configuration(Transformation Transformation, HashAlgorithmName Hash, byte[] Json, byte[] Canonical);
}
