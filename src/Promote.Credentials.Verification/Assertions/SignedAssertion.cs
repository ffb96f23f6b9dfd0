using Promote.Credentials.Verification.Securing;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>A signed assertion: the key lies at an address that the issuer's profile names.</summary>
internal sealed class SignedAssertion(CompactJws jws, LinkedObject key, LinkedObject issuer, LinkedObject revocationList) : SecuringMechanism
{
    internal override string Name => "signedAssertion";

    internal override Finding JudgeIntegrity(Candidate candidate)
    {
        var fact = $"{jws.Header.Algorithm}, key {key.Document.Text("id") ?? "not named"}";
        return !key.IsFound || KeyIn(key.Document) is not { } read
                ? Finding.NotChecked("proof.unknownKey", "The digital signature could not be checked, because the key of the signer cannot be looked up from here.", fact, key.Detail)
            : jws.Verify(read)
                ? Finding.Passed("proof.intact", "The digital signature is intact: not one character was changed since the credential was signed.", fact)
                : Finding.Failed("proof.broken", "The digital signature does not match: the document was changed after it was signed, or was never signed by this key.", fact);
    }

    /// <inheritdoc/>
    internal override Finding JudgeIssuer(Candidate candidate)
    {
        var id = issuer.Document.Text("id");
        string[] facts = [$"Issuer {id ?? "not named"}", $"Key {key.Document.Text("id") ?? "not named"}"];
        if (!issuer.IsFound || !key.IsFound)
        {
            return candidate.Open("issuerIdentity.unknown", "The keys that the issuer publishes cannot be looked up from here, so nobody can tell whether it really signed.", facts);
        }

        if (key.Document.Text("owner") != id)
        {
            return Finding.Failed("issuerIdentity.foreignKey", "The document was signed with a key that is not the issuer's. Somebody else signed in the issuer's name.", facts);
        }

        return issuer.Document.Each("publicKey").Any(one => (one.ValueKind == JsonValueKind.String ? one.GetString() : one.Text("id")) == key.Document.Text("id"))
            ? Finding.Passed("issuerIdentity.published", "The key that signed is published by the issuer under its own web address.", facts)
            : Finding.Failed("issuerIdentity.unpublishedKey", "The issuer does not publish the key that signed this document.", facts);
    }

    /// <inheritdoc/>
    internal override Finding? JudgeStatus(Candidate candidate)
    {
        if (issuer.IsFound && issuer.Document.Member("revocationList").ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        return !revocationList.IsFound
            ? candidate.Open("status.unreadable", "The issuer can withdraw this credential, and its list of withdrawn ones could not be read or relied on.", revocationList.Detail)
            : revocationList.Document.Each("revokedAssertions").Any(one => (one.ValueKind == JsonValueKind.String ? one.GetString() : one.Text("id")) == candidate.Id)
                ? Finding.Failed("status.revoked", "The issuer has withdrawn it: it does not count any more.")
                : Finding.Passed("status.inForce", "The issuer has neither withdrawn nor suspended this credential.");
    }

    // CryptographicKey: publicKeyPem holds a SubjectPublicKeyInfo.
    private static PublicKey? KeyIn(JsonElement document)
    {
        if (document.Text("publicKeyPem") is not { } pem || !PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY")
        {
            return null;
        }

        var der = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64String(pem[fields.Base64Data], der, out var length) && PublicKey.TryFromSubjectPublicKeyInfo(der.AsSpan(0, length), out var key) ? key : null;
    }
}
