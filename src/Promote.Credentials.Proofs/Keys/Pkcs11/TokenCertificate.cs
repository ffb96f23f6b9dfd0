using System.Text;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>Reads certificate objects of a token (PKCS#11 2.40 §4.6).</summary>
internal static class TokenCertificate
{
    public static string[] Labels(Pkcs11Session session) => [.. session.FindAll(CkObjectClass.Certificate)
        .Select(certificate => Encoding.UTF8.GetString(session.Read(certificate, CkAttributeType.Label) ?? []))
        .Order(StringComparer.Ordinal)];

    /// <summary>The certificate of the private key with a label: CKA_ID pairs the two (§4.6.3).</summary>
    /// <exception cref="KeyUnavailableException">There is none, or several.</exception>
    public static byte[] Read(Pkcs11Session session, string label, ReadOnlySpan<byte> idOfKey)
    {
        nuint[] keys = session.Find(CkObjectClass.PrivateKey, label, idOfKey);
        byte[] id = keys is [nuint key] ? session.Read(key, CkAttributeType.Id) ?? [] : [];
        nuint[] found = session.Find(CkObjectClass.Certificate, id.Length == 0 ? label : null, id);
        return found is [nuint only] && session.Read(only, CkAttributeType.Value) is { Length: > 0 } der
            ? der
            : throw new KeyUnavailableException(found.Length < 2
                ? $"The token has no certificate beside the key \"{label}\": write it there, with the same CKA_ID."
                : $"The token has several certificates beside the key \"{label}\": give each pair its own CKA_ID.");
    }
}
