using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Dids;

/// <summary>did:key: an identifier that is its own public key, so nothing has to be fetched.</summary>
public static class DidKey
{
    private const string Prefix = "did:key:";

    /// <summary>The DID of a key: <c>did:key:z6Mk…</c> for Ed25519, <c>did:key:zDn…</c> for P-256.</summary>
    public static string For(PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Prefix + key.Multikey;
    }

    /// <summary>The URL of the only verification method of a key's DID: <c>did:key:z6Mk…#z6Mk…</c>.</summary>
    public static string VerificationMethodFor(PublicKey key) => $"{For(key)}#{key.Multikey}";

    /// <summary>The document that a DID stands for; false for another method, a kind of key not known here, or a DID URL.</summary>
    public static bool TryResolve(string did, [NotNullWhen(true)] out DidDocument? document)
    {
        ArgumentNullException.ThrowIfNull(did);
        document = did.StartsWith(Prefix, StringComparison.Ordinal) && PublicKey.TryFromMultikey(did[Prefix.Length..], out PublicKey? key)
            ? DidDocument.For(did, [VerificationMethod.Multikey(did, key)])
            : null;
        return document is not null;
    }
}
