using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs;

/// <summary>Keys whose private parts stand in published test data.</summary>
internal static class TestKeys
{
    /// <summary>The key of the vectors in the Open Badges 3.0 specification.</summary>
    public const string OpenBadgesSeed = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";

    public static SigningKey FromSeed(string hex) => DevelopmentKey.FromSeed(Convert.FromHexString(hex));

    /// <summary>
    /// A key pair as the W3C vectors write it: the private part behind a multicodec header, 0x8026 for Ed25519, 0x8626 for P-256 and
    /// 0x8726 for P-384.
    /// </summary>
    public static SigningKey FromMultibase(JsonElement pair)
    {
        bool isEcdsa = pair.TryGetProperty("secretKeyMultibase", out JsonElement secret);
        Assert.True(Multibase.TryDecode((isEcdsa ? secret : pair.GetProperty("privateKeyMultibase")).GetString()!, out byte[] bytes));
        SigningKey key = (bytes[0], bytes[1]) switch
        {
            (0x80, 0x26) => DevelopmentKey.FromSeed(bytes.AsSpan(2)),
            (0x86, 0x26) => FromScalar(EcCurve.P256, bytes[2..]),
            (0x87, 0x26) => FromScalar(EcCurve.P384, bytes[2..]),
            _ => throw new InvalidDataException("unknown kind of private key"),
        };
        Assert.Equal(pair.GetProperty("publicKeyMultibase").GetString(), key.PublicKey.Multikey);
        return key;
    }

    private static Pkcs8FileKey FromScalar(EcCurve curve, byte[] d)
    {
        using ECDsa ecdsa = ECDsa.Create(new ECParameters { Curve = curve.Parameters, D = d });
        return Pkcs8FileKey.FromEncryptedPkcs8Pem(ecdsa.ExportEncryptedPkcs8PrivateKeyPem("vector", NewKeys.Encryption), "vector");
    }

    /// <summary>The W3C vectors' keys: <c>di-eddsa/keyPair.json</c>, or a member of another file.</summary>
    public static SigningKey FromVectors(string file, string? member = null)
    {
        using JsonDocument document = StrictJson.Parse(Vectors.Read(file));
        return FromMultibase(member is null ? document.RootElement : document.RootElement.GetProperty(member));
    }

    /// <summary>What a resolver would find for did:key verification methods.</summary>
    public static Dictionary<string, VerificationMethod> Methods(params SigningKey[] keys) => keys
        .Select(key => new VerificationMethod(DidKey.VerificationMethodFor(key.PublicKey), DidKey.For(key.PublicKey), key.PublicKey))
        .ToDictionary(method => method.Id);
}
