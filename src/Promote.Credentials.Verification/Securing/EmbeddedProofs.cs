using System.Text.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification.Securing;

/// <summary>Proofs inside the document (Verifiable Credential Data Integrity 1.0). Every one has to hold.</summary>
internal sealed class EmbeddedProofs : SecuringMechanism
{
    private readonly IReadOnlyList<ProofDescription> proofs;

    internal EmbeddedProofs(JsonElement document)
    {
        proofs = DataIntegrityProof.Describe(document);
        Keys = [.. proofs.Where(proof => proof.VerificationMethod is not null).Select(proof => new KeyReference(proof.VerificationMethod))];
    }

    internal override string Name => "embeddedProof";

    internal override IReadOnlyList<KeyReference> Keys { get; }

    internal override Finding JudgeIntegrity(Candidate candidate)
    {
        var results = DataIntegrityProof.Verify(candidate.Document, candidate.Keys.Found, candidate.ProofOptions);
        var facts = results.Select(Fact).ToArray();
        if (results.All(result => result.Verified))
        {
            return Finding.Passed("proof.intact", "The digital signature is intact: not one character was changed since the credential was signed.", facts);
        }

        return results.All(result => result.Verified || IsOutOfReach(result, candidate))
            ? Finding.NotChecked("proof.unknownKey", "The digital signature could not be checked, because the key of the signer cannot be looked up from here.", facts)
            : Finding.Failed("proof.broken", "The digital signature does not match: the document was changed after it was signed, or was never signed by this key.", facts);
    }

    internal override Finding JudgeIssuer(Candidate candidate) => proofs.Any(proof => proof.VerificationMethod is null)
        ? IssuerByKeys.Unbound(candidate)
        : IssuerByKeys.Judge(candidate);

    /// <summary>Whether nothing is wrong but that the key, or a suite for keys of its kind, is not known here.</summary>
    private static bool IsOutOfReach(ProofResult result, Candidate candidate) =>
        result is { VerificationMethod: { } url, Cryptosuite: { } suite }
        && candidate.Keys[new KeyReference(url)] is { Provenance: KeyProvenance.Unproven or KeyProvenance.Foreign } lookup
        && (lookup.Method is null || Cryptosuite.Find(suite) is null)
        && (result.ErrorCode == ProofErrors.InvalidVerificationMethod || Cryptosuite.Find(suite) is null);

    private static string Fact(ProofResult result) =>
        $"{result.Cryptosuite ?? "unknown suite"}, key {result.VerificationMethod ?? "not named"}: {result.ErrorCode ?? "verified"}";
}
