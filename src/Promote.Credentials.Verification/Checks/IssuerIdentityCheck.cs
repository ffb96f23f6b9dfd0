using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V003: every signing key is one that the issuer answers for. Without this anybody could sign in anybody's name.</summary>
internal sealed class IssuerIdentityCheck() : PureCheck("PC-V003", CheckIds.IssuerIdentity, "Issuer's identity")
{
    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate)
    {
        if (candidate.IssuerId is not { } issuer)
        {
            return Finding.Failed("issuerIdentity.missing", "The document does not say who issued it.");
        }

        if (candidate.Proofs.Count == 0 || candidate.Proofs.Any(proof => proof.VerificationMethod is null))
        {
            return Finding.Failed("issuerIdentity.unbound", "Nothing ties the document to the issuer that it names.", $"Issuer {issuer}");
        }

        var keys = candidate.Proofs.Select(proof => candidate.Keys[proof.VerificationMethod!]).ToList();
        string[] facts = [$"Issuer {issuer}", .. keys.Select(key => $"Key {key.Url}").Distinct()];
        return Judge(issuer, keys, facts);
    }

    private static Finding Judge(string issuer, List<KeyLookup> keys, string[] facts)
    {
        if (keys.Any(key => key.Owner != issuer))
        {
            return Finding.Failed("issuerIdentity.foreignKey", "The document was signed with a key that is not the issuer's. Somebody else signed in the issuer's name.", facts);
        }

        if (keys.Any(key => key is { OwnerKnown: true, Method: null }))
        {
            return Finding.Failed("issuerIdentity.unpublishedKey", "The issuer does not publish the key that signed this document.", facts);
        }

        // A key inside the issuer's own URL proves nothing: whoever writes the document writes the URL.
        if (keys.Any(key => !key.OwnerKnown))
        {
            return Finding.NotChecked("issuerIdentity.unknown", "The keys that the issuer publishes cannot be looked up from here, so nobody can tell whether it really signed.", facts);
        }

        return issuer.StartsWith("did:key:", StringComparison.Ordinal)
            ? Finding.Passed("issuerIdentity.ownKey", "The key that signed is the one that the document names as issuer. The issuer is known by this key alone.", facts)
            : Finding.Passed("issuerIdentity.published", "The key that signed is published by the issuer under its own web address.", facts);
    }
}
