using System.Security.Cryptography;
using System.Text.Json;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>The first step of a suite: JSON → the bytes that stand for it. The suites of the W3C differ in this and in the key alone.</summary>
internal abstract class Transformation
{
    public static Transformation Rdfc { get; } = new RdfcTransformation();

    public static Transformation Jcs { get; } = new JcsTransformation();

    /// <summary>Whether the document's <c>@context</c> is written into the proof, as well as into its configuration.</summary>
    public abstract bool ProofCarriesContext { get; }

    /// <summary>
    /// The <c>@context</c> of the document that was signed, given the ones found in the document and in the proof
    /// (<see cref="JsonValueKind.Undefined"/> where there is none); false where the proof's does not belong to this document.
    /// </summary>
    public abstract bool TryGetSignedContext(JsonElement documentContext, JsonElement proofContext, out JsonElement signedContext);

    public abstract byte[] Canonicalize(JsonElement value, HashAlgorithmName hash);
}
