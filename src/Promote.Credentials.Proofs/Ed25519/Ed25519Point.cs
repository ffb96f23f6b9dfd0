namespace Promote.Credentials.Proofs.Ed25519;

/// <summary>
/// What libsodium refuses about encoded points and OpenSSL does not: checked here, so that every back end gives the same verdict.
/// A point is 32 bytes: the y coordinate, little-endian, with the sign of x in the highest bit (RFC 8032 §5.1.2).
/// </summary>
internal static class Ed25519Point
{
    /// <summary>The y coordinates of the eight points whose order divides 8: 0, 1, p-1 and the two of order 8.</summary>
    private static readonly byte[][] SmallOrder =
    [
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        Convert.FromHexString("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        Convert.FromHexString("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    ];

    /// <summary>Whether y is below p = 2^255 - 19, so that the point has this encoding alone.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> point)
    {
        bool highBytesFull = (point[31] & 0x7f) == 0x7f && !point[1..31].ContainsAnyExcept((byte)0xff);
        return !highBytesFull || point[0] < 0xed;
    }

    /// <summary>Whether the point is one for which a signature proves nothing: it verifies under keys that nobody holds.</summary>
    public static bool HasSmallOrder(ReadOnlySpan<byte> point)
    {
        Span<byte> y = stackalloc byte[Ed25519Sizes.PublicKey];
        point.CopyTo(y);
        y[31] &= 0x7f;
        foreach (byte[] known in SmallOrder)
        {
            if (y.SequenceEqual(known))
            {
                return true;
            }
        }
        return false;
    }
}
