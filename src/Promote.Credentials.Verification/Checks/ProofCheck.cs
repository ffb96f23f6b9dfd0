using Promote.Credentials.Proofs.DataIntegrity;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V002: every signature holds, so nothing was changed since it was made.</summary>
internal sealed class ProofCheck() : PureCheck("PC-V002", CheckIds.Proof, "Digital signature")
{
    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate)
    {
        if (candidate.Proofs.Count == 0)
        {
            return Finding.Failed("proof.missing", "The document carries no digital signature, so anybody could have written it.");
        }

        var options = new ProofVerificationOptions { Now = candidate.Now };
        var proofs = DataIntegrityProof.Verify(candidate.Document, candidate.Keys.Found, options);
        var facts = proofs.Select(Fact).ToArray();
        if (proofs.All(proof => proof.Verified))
        {
            return Finding.Passed("proof.intact", "The digital signature is intact: not one character was changed since the credential was signed.", facts);
        }

        return proofs.All(proof => proof.Verified || IsOutOfReach(proof, candidate))
            ? Finding.NotChecked("proof.unknownKey", "The digital signature could not be checked, because the key of the signer cannot be looked up from here.", facts)
            : Finding.Failed("proof.broken", "The digital signature does not match: the document was changed after it was signed, or was never signed by this key.", facts);
    }

    /// <summary>Whether nothing is wrong but that the key, or a suite for keys of its kind, is not known here.</summary>
    private static bool IsOutOfReach(ProofResult proof, Candidate candidate) =>
        proof is { VerificationMethod: { } url, Cryptosuite: { } suite }
        && !candidate.Keys[url].OwnerKnown
        && (proof.ErrorCode == ProofErrors.InvalidVerificationMethod || Cryptosuite.Find(suite) is null);

    private static string Fact(ProofResult proof) =>
        $"{proof.Cryptosuite ?? "unknown suite"}, key {proof.VerificationMethod ?? "not named"}: {proof.ErrorCode ?? "verified"}";
}
