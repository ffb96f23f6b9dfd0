using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs;

/// <summary>Keys whose private parts stand in published test data.</summary>
internal static class TestKeys
{
    /// <summary>The key of the vectors in the Open Badges 3.0 specification.</summary>
    public const string OpenBadgesSeed = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";

    public static SigningKey FromSeed(string hex) => DevelopmentKey.FromSeed(Convert.FromHexString(hex));

    /// <summary>A key pair as the W3C vectors write it: <c>privateKeyMultibase</c> has the multicodec header 0x8026.</summary>
    public static SigningKey FromMultibase(JsonElement pair)
    {
        Assert.True(Multibase.TryDecode(pair.GetProperty("privateKeyMultibase").GetString()!, out byte[] bytes));
        Assert.Equal([0x80, 0x26], bytes[..2]);
        SigningKey key = DevelopmentKey.FromSeed(bytes.AsSpan(2));
        Assert.Equal(pair.GetProperty("publicKeyMultibase").GetString(), key.PublicKey.Multikey);
        return key;
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
