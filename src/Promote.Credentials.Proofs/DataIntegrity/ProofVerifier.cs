using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>One document's proofs against a list of checks (Data Integrity 1.0 §4.4 and §4.5). Each check answers what is wrong, or null.</summary>
internal sealed class ProofVerifier(
    SecuredDocument document,
    IReadOnlyList<Proof> proofs,
    IReadOnlyDictionary<string, VerificationMethod> methods,
    ProofVerificationOptions options)
{
    /// <summary>More proofs than anybody needs; each costs a canonicalization.</summary>
    private const int MaxProofs = 16;

    public ProofResult Verify(Proof proof)
    {
        ProofFailure? failure = CheckForm(proof)
            ?? CheckOccursOnce(proof)
            ?? CheckPurpose(proof)
            ?? CheckExpiry(proof)
            ?? CheckDomain(proof)
            ?? CheckChallenge(proof)
            ?? CheckVerificationMethod(proof)
            ?? CheckSignature(proof);
        return new ProofResult(
            proof.Index,
            proof.VerificationMethod,
            proof.CryptosuiteName,
            failure is null,
            failure?.Code,
            failure?.Detail ?? $"The signature of {proof.VerificationMethod} is right.");
    }

    private ProofFailure? CheckForm(Proof proof) => proof switch
    {
        _ when proofs.Count > MaxProofs => Wrong($"The document has more than {MaxProofs} proofs."),
        { Malformed: { } malformed } => Wrong(malformed),
        { Type: not "DataIntegrityProof" } => Wrong($"The proof's type {proof.Type} is not DataIntegrityProof."),
        { CryptosuiteName: var name } when Cryptosuite.Find(name!) is null => Wrong($"The cryptosuite {name} is not known here."),
        _ => null,
    };

    /// <summary>A set has no element twice, and two proofs of one id would leave open which one a later proof follows.</summary>
    private ProofFailure? CheckOccursOnce(Proof proof) =>
        proofs.Any(other => other.Index != proof.Index && other.Malformed is null && (other.Value.AsSpan().SequenceEqual(proof.Value) || (other.Id is not null && other.Id == proof.Id)))
            ? Wrong("Another proof of the document has the same value or the same id.")
            : null;

    private ProofFailure? CheckPurpose(Proof proof) => proof.ProofPurpose == options.ExpectedPurpose
        ? null
        : Wrong($"The proof is for {proof.ProofPurpose}, not for {options.ExpectedPurpose}.");

    private ProofFailure? CheckExpiry(Proof proof) => proof.Expires <= options.Now
        ? Wrong($"The proof expired at {XmlDateTimeStamp.Format(proof.Expires.Value)}.")
        : null;

    private ProofFailure? CheckDomain(Proof proof) => options.Domain is null || (proof.Domain.Count == 1 && proof.Domain[0] == options.Domain)
        ? null
        : new ProofFailure(ProofErrors.InvalidDomain, $"The proof is not for the domain {options.Domain} alone.");

    private ProofFailure? CheckChallenge(Proof proof) => options.Challenge is null || proof.Challenge == options.Challenge
        ? null
        : new ProofFailure(ProofErrors.InvalidChallenge, "The proof does not repeat the challenge.");

    private ProofFailure? CheckVerificationMethod(Proof proof)
    {
        string id = proof.VerificationMethod!;
        if (!methods.TryGetValue(id, out VerificationMethod? method) || method.Id != id)
        {
            return WrongMethod($"The key {id} was not found among its controller's keys for claims.");
        }
        if (options.ExpectedController is { } controller && method.Controller != controller)
        {
            return WrongMethod($"The key {id} is controlled by {method.Controller}, not by {controller}.");
        }
        if (method.Revoked <= options.Now)
        {
            return WrongMethod($"The key {id} was revoked at {XmlDateTimeStamp.Format(method.Revoked.Value)}.");
        }
        return Cryptosuite.Find(proof.CryptosuiteName!)!.KeyAlgorithms.Contains(method.Key.Algorithm)
            ? null
            : WrongMethod($"The key {id} is of another kind than {proof.CryptosuiteName} uses.");
    }

    /// <summary>The suite's steps: transformation and proof configuration, hashing, proof verification.</summary>
    private ProofFailure? CheckSignature(Proof proof)
    {
        Cryptosuite suite = Cryptosuite.Find(proof.CryptosuiteName!)!;
        if (!ProofChain.TryFollow(proof, proofs, out IReadOnlyList<Proof> previous, out string error))
        {
            return Wrong(error);
        }
        if (!suite.Transformation.TryGetSignedContext(document.Context, proof.Context, out JsonElement signedContext))
        {
            return Wrong("The proof's @context is not the document's.");
        }
        try
        {
            PublicKey key = methods[proof.VerificationMethod!].Key;
            byte[] hashData = Cryptosuite.Hash(
                key.Algorithm,
                SecuredDocument.CanonicalConfiguration(suite, key.Algorithm, proof.Json, suite.Transformation.ProofCarriesContext ? proof.Context : document.Context),
                document.Canonical(suite, key.Algorithm, signedContext, previous).Span);
            return key.Verify(hashData, proof.Value)
                ? null
                : Wrong("The signature is not over this document, or not by this key.");
        }
        catch (Exception exception) when (exception is JsonLdException or RdfcBudgetException or MalformedJsonException)
        {
            return new ProofFailure(ProofErrors.ProofTransformation, exception.Message);
        }
    }

    private static ProofFailure Wrong(string detail) => new(ProofErrors.ProofVerification, detail);

    private static ProofFailure WrongMethod(string detail) => new(ProofErrors.InvalidVerificationMethod, detail);
}
