using Promote.Credentials.LinkedData;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Proofs.Keys;

public sealed class PublicKeyTests
{
    private const string Multikey = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
    private const string Raw = "4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5";
    private const string Neutral = "0100000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void A_multikey_is_read_and_written()
    {
        Assert.True(PublicKey.TryFromMultikey(Multikey, out PublicKey? key));
        Assert.Equal(Raw, Convert.ToHexStringLower(key.Bytes.Span));
        Assert.Equal(Multikey, key.Multikey);
        Assert.Equal(KeyAlgorithm.Ed25519, key.Algorithm);
    }

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hw")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi ")]
    [InlineData("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwii")]
    [InlineData("zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76")]
    public void What_is_not_an_Ed25519_multikey_is_no_key(string text) => Assert.False(PublicKey.TryFromMultikey(text, out _));

    [Fact]
    public void The_same_bytes_in_base64url_are_no_multikey() =>
        Assert.False(PublicKey.TryFromMultikey(Multibase.Base64Url([0xed, 0x01, .. Convert.FromHexString(Raw)]), out _));

    [Theory]
    [InlineData(Neutral)]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("00")]
    public void A_point_that_proves_nothing_is_no_key(string raw) =>
        Assert.False(PublicKey.TryCreate(KeyAlgorithm.Ed25519, Convert.FromHexString(raw), out _));

    [Fact]
    public void A_signature_whose_R_is_of_small_order_is_refused()
    {
        using SigningKey key = TestKeys.FromSeed(TestKeys.OpenBadgesSeed);
        byte[] signature = key.Sign("claim"u8);
        Convert.FromHexString(Neutral).CopyTo(signature, 0);
        Assert.False(key.PublicKey.Verify("claim"u8, signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_signature_of_another_length_is_refused(int length)
    {
        using SigningKey key = TestKeys.FromSeed(TestKeys.OpenBadgesSeed);
        byte[] signature = key.Sign("claim"u8);
        Array.Resize(ref signature, length);
        Assert.False(key.PublicKey.Verify("claim"u8, signature));
    }
}
