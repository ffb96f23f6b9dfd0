using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Jose;

public sealed class JwkSetTests
{
    [Fact]
    public void A_set_names_key_algorithm_use_and_issuer_and_is_read_back()
    {
        PublicKey[] keys = [KeyFormTests.Make(KeyAlgorithm.Rsa), KeyFormTests.Make(KeyAlgorithm.P256), KeyFormTests.Make(KeyAlgorithm.Ed25519)];
        byte[] set = JwkSet.Write(keys.Select(key => new PublishedJwk(key, $"did:web:coe.example#{key.Thumbprint}", SampleCredential.Issuer)));
        using JsonDocument document = StrictJson.Parse(set);
        JsonElement[] written = [.. document.RootElement.GetProperty("keys").EnumerateArray()];

        Assert.Equal(keys.Select(key => key.Multikey), written.Select(jwk => PublicKey.TryFromJwk(jwk, out PublicKey? key) ? key.Multikey : null));
        Assert.Equal(["e", "kty", "n", "kid", "use", "alg", "iss"], written[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("did:web:coe.example#NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", written[0].GetProperty("kid").GetString());
        Assert.Equal(("sig", "RS256", SampleCredential.Issuer), (written[0].GetProperty("use").GetString(), written[0].GetProperty("alg").GetString(), written[0].GetProperty("iss").GetString()));
    }

    [Fact]
    public void A_set_without_keys_is_empty() => Assert.Equal("{\"keys\":[]}"u8, JwkSet.Write([]));

    [Fact]
    public void One_key_alone_is_a_JWK()
    {
        PublicKey key = KeyFormTests.Make(KeyAlgorithm.P256);
        using JsonDocument document = StrictJson.Parse(JwkSet.WriteOne(new PublishedJwk(key, "kid", SampleCredential.Issuer)));
        Assert.True(PublicKey.TryFromJwk(document.RootElement, out PublicKey? read));
        Assert.Equal(key.Multikey, read.Multikey);
    }
}
