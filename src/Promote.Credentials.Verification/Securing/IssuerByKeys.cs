using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification.Securing;

/// <summary>The issuer's identity by the keys that signed: every one has to be one that the issuer answers for. Without this anybody could sign in anybody's name.</summary>
internal static class IssuerByKeys
{
    internal static Finding Judge(Candidate candidate)
    {
        if (candidate.IssuerId is not { } issuer)
        {
            return Finding.Failed("issuerIdentity.missing", "The document does not say who issued it.");
        }

        var keys = candidate.Keys.All;
        string[] facts = [$"Issuer {issuer}", .. keys.Select(key => $"Key {key.Reference.Name}").Distinct()];
        return keys.Count == 0
            ? Unbound(candidate)
            : Judge(candidate, issuer, keys, facts);
    }

    /// <summary>The finding on a document that no key is named in.</summary>
    internal static Finding Unbound(Candidate candidate) =>
        Finding.Failed("issuerIdentity.unbound", "Nothing ties the document to the issuer that it names.", $"Issuer {candidate.IssuerId ?? "not named"}");

    private static Finding Judge(Candidate candidate, string issuer, IReadOnlyCollection<KeyLookup> keys, string[] facts)
    {
        if (keys.Any(key => key.IsContradictory))
        {
            return Finding.Failed("issuerIdentity.twoKeys", "The document names one key and carries another, so different programs would check it by different keys.", facts);
        }

        if (keys.Any(key => key.Provenance == KeyProvenance.Foreign))
        {
            return Finding.Failed("issuerIdentity.foreignKey", "The document was signed with a key that is not the issuer's. Somebody else signed in the issuer's name.", facts);
        }

        if (keys.Any(key => key.Provenance == KeyProvenance.Unpublished))
        {
            return Finding.Failed("issuerIdentity.unpublishedKey", "The issuer does not publish the key that signed this document.", facts);
        }

        // A key inside the issuer's own URL proves nothing: whoever writes the document writes the URL.
        if (keys.Any(key => key.Provenance == KeyProvenance.Unproven))
        {
            return candidate.Open("issuerIdentity.unknown", "The keys that the issuer publishes cannot be looked up from here, so nobody can tell whether it really signed.", facts);
        }

        return issuer.StartsWith("did:key:", StringComparison.Ordinal) || issuer.StartsWith("did:jwk:", StringComparison.Ordinal)
            ? Finding.Passed("issuerIdentity.ownKey", "The key that signed is the one that the document names as issuer. The issuer is known by this key alone.", facts)
            : Finding.Passed("issuerIdentity.published", "The key that signed is published by the issuer under its own web address.", facts);
    }
}
