using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>did:jwk: an identifier that is its own public key, written as a JWK in base64url; the key's URL ends in <c>#0</c>.</summary>
public static class DidJwk
{
    private const string Prefix = "did:jwk:";

    /// <summary>An RSA key of 4096 bits has about 750 bytes.</summary>
    private const int MaxBytes = 4 * 1024;

    /// <summary>The document that a DID stands for; false for another method, a kind of key not known here, a private key, or a DID URL.</summary>
    public static bool TryResolve(string did, [NotNullWhen(true)] out DidDocument? document)
    {
        ArgumentNullException.ThrowIfNull(did);
        document = did.StartsWith(Prefix, StringComparison.Ordinal) && TryReadKey(did[Prefix.Length..], out PublicKey? key)
            ? DidDocument.For(did, [new VerificationMethod($"{did}#0", did, key) { Form = VerificationMethodForm.JsonWebKey }])
            : null;
        return document is not null;
    }

    private static bool TryReadKey(string encoded, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        if (encoded.Length > MaxBytes || !Base64Url.IsValid(encoded))
        {
            return false;
        }
        byte[] octets = Base64Url.DecodeFromChars(encoded);
        try
        {
            // The framework's decoder takes white space, padding and bits left over: other identifiers, which would be taken for this one's key.
            using JsonDocument jwk = StrictJson.Parse(octets);
            return Base64Url.EncodeToString(octets) == encoded && PublicKey.TryFromJwk(jwk.RootElement, out key);
        }
        catch (MalformedJsonException)
        {
            return false;
        }
    }
}
