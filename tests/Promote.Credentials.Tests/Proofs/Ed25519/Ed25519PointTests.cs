using System.Numerics;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Tests.Proofs.Ed25519;

/// <summary>The table of points of small order, against the curve itself: -x² + y² = 1 + dx²y² modulo p (RFC 8032 §5.1).</summary>
public sealed class Ed25519PointTests
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));

    /// <summary>The y coordinates of all points that give the neutral point (0, 1) when doubled three times.</summary>
    public static TheoryData<string> SmallOrderPoints() =>
    [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ];

    [Theory]
    [MemberData(nameof(SmallOrderPoints))]
    public void Each_point_of_order_8_or_less_is_recognised(string point)
    {
        byte[] octets = Convert.FromHexString(point);
        BigInteger yy = SquareOfY(octets);
        for (int i = 0; i < 3; i++)
        {
            yy = SquareOfDoubledY(yy);
        }

        Assert.Equal(BigInteger.One, yy);
        Assert.True(Ed25519Point.HasSmallOrder(octets));
        Assert.True(Ed25519Point.IsCanonical(octets));
    }

    [Fact]
    public void An_ordinary_key_is_neither_of_small_order_nor_odd()
    {
        byte[] point = Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        Assert.False(Ed25519Point.HasSmallOrder(point));
        Assert.True(Ed25519Point.IsCanonical(point));
    }

    [Theory]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void A_y_of_p_or_more_is_a_second_encoding(string point) => Assert.False(Ed25519Point.IsCanonical(Convert.FromHexString(point)));

    /// <summary>(y²+x²)² / (2-y²+x²)², where x² comes from the curve's equation.</summary>
    private static BigInteger SquareOfDoubledY(BigInteger yy)
    {
        BigInteger xx = Mod((yy - 1) * Inverse(Mod((D * yy) + 1)));
        BigInteger y = Mod((yy + xx) * Inverse(Mod(2 - yy + xx)));
        return Mod(y * y);
    }

    private static BigInteger SquareOfY(byte[] point)
    {
        byte[] y = [.. point[..31], (byte)(point[31] & 0x7f)];
        var value = new BigInteger(y, isUnsigned: true);
        return Mod(value * value);
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;
}
