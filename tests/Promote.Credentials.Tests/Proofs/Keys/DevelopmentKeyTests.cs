using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

public sealed class DevelopmentKeyTests
{
    private static readonly byte[] Published = Bytes("issuer-key.json");

    [Fact]
    public void The_key_of_the_demo_issuer_is_read_and_says_that_it_is_for_development()
    {
        using DevelopmentKey key = DevelopmentKey.Read(Published);
        Assert.True(key.IsDevelopment);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [Theory]
    [InlineData("\"TEST", "\"The")]
    [InlineData("\"comment\"", "\"remark\"")]
    [InlineData("\"OKP\"", "\"EC\"")]
    [InlineData("\"Ed25519\"", "\"X25519\"")]
    [InlineData("\"x\": \"0", "\"x\": \"1")]
    [InlineData("\"d\": \"C", "\"d\": \"D")]
    [InlineData("\"d\": \"C", "\"d\": \"")]
    [InlineData("\"d\"", "\"D\"")]
    public void A_file_with_a_wrong_member_is_no_key(string is_, string becomes)
    {
        string text = Encoding.UTF8.GetString(Published);
        string changed = text.Replace(is_, becomes, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        Assert.Throws<FormatException>(() => DevelopmentKey.Read(Encoding.UTF8.GetBytes(changed)));
    }

    [Theory]
    [InlineData("issuer-p256-key.json", KeyAlgorithm.P256)]
    [InlineData("issuer-rsa-key.json", KeyAlgorithm.Rsa)]
    public void The_issuer_has_a_key_of_each_algorithm(string file, KeyAlgorithm algorithm)
    {
        using DevelopmentKey key = DevelopmentKey.Read(Bytes(file));
        Assert.Equal(algorithm, key.PublicKey.Algorithm);
        Assert.True(key.IsDevelopment);
        Assert.True(key.PublicKey.Verify("claim"u8, key.Sign("claim"u8)));
    }

    [Theory]
    [InlineData("issuer-p256-key.json", "x")]
    [InlineData("issuer-p256-key.json", "d")]
    [InlineData("issuer-rsa-key.json", "n")]
    [InlineData("issuer-rsa-key.json", "d")]
    [InlineData("issuer-rsa-key.json", "qi")]
    [InlineData("issuer-rsa-key.json", "e")]
    public void A_key_whose_members_do_not_belong_together_is_no_key(string file, string member)
    {
        JsonNode jwk = JsonNode.Parse(Bytes(file))!;
        byte[] octets = Base64Url.DecodeFromChars((string)jwk[member]!);
        octets[^1] ^= 2;
        jwk[member] = Base64Url.EncodeToString(octets);
        Assert.Throws<FormatException>(() => DevelopmentKey.Read(Encoding.UTF8.GetBytes(jwk.ToJsonString())));
        jwk.AsObject().Remove(member);
        Assert.Throws<FormatException>(() => DevelopmentKey.Read(Encoding.UTF8.GetBytes(jwk.ToJsonString())));
    }

    [Fact]
    public void Every_file_of_keys_dev_is_marked_TEST()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "keys-dev"));
        Assert.All(files, file => Assert.Contains("TEST", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_prints_nothing_of_its_private_part()
    {
        using DevelopmentKey key = DevelopmentKey.Read(Published);
        Assert.Equal(typeof(DevelopmentKey).FullName, key.ToString());
    }

    [Fact]
    public void A_disposed_key_signs_no_more()
    {
        DevelopmentKey key = DevelopmentKey.Read(Published);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8));
    }

    [Fact]
    public void A_seed_is_wiped_once_it_is_a_key()
    {
        byte[] seed = Convert.FromHexString(TestKeys.OpenBadgesSeed);
        DevelopmentKey.FromSeed(seed).Dispose();
        Assert.Equal(new byte[32], seed);
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Repository.Root, "keys-dev", file));
}
