using System.Numerics;
using System.Security.Cryptography;
using Promote.Credentials.LinkedData;
using Promote.Credentials.Proofs.Ed25519;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Proofs.Ed25519;

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
    [InlineData("z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F")]
    [InlineData("zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU7")]
    public void What_is_not_a_multikey_of_a_kind_known_here_is_no_key(string text) => Assert.False(PublicKey.TryFromMultikey(text, out _));

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
    public void A_signature_whose_R_is_of_small_order_is_refused_though_its_equation_holds()
    {
        byte[] seed = Convert.FromHexString(TestKeys.OpenBadgesSeed);
        byte[] r = Convert.FromHexString(Neutral);
        byte[] signature = [.. r, .. SForNeutralR(seed, r, Convert.FromHexString(Raw), "claim"u8)];
        Assert.True(PublicKey.TryFromMultikey(Multikey, out PublicKey? key));

        Assert.True(Backends.Named("libcrypto").Verify(key.Bytes.Span, "claim"u8, signature));
        Assert.All(Ed25519Backend.Present, backend => Assert.False(((Ed25519PublicKey)key).Verify(backend, "claim"u8, signature)));
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

    /// <summary>RFC 8032 §5.1.6 with the nonce 0: R is the neutral point and S = k·s modulo the order of the group.</summary>
    private static byte[] SForNeutralR(byte[] seed, byte[] r, byte[] publicKey, ReadOnlySpan<byte> data)
    {
        BigInteger order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
        byte[] scalar = SHA512.HashData(seed)[..32];
        scalar[0] &= 248;
        scalar[31] = (byte)((scalar[31] & 127) | 64);
        var k = new BigInteger(SHA512.HashData([.. r, .. publicKey, .. data]), isUnsigned: true);
        byte[] s = new byte[32];
        Assert.True((k * new BigInteger(scalar, isUnsigned: true) % order).TryWriteBytes(s, out _, isUnsigned: true));
        return s;
    }
}
