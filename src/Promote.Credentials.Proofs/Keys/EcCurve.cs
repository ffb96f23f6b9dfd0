using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>A curve y² = x³ - 3x + b over a prime field (FIPS 186-5, SP 800-186 §3.2.1), with the hash that goes with it.</summary>
internal sealed class EcCurve
{
    private readonly BigInteger _p;
    private readonly BigInteger _b;

    private EcCurve(string p, string b)
    {
        _p = BigInteger.Parse("0" + p, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _b = BigInteger.Parse("0" + b, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Size = p.Length / 2;
    }

    public static EcCurve P256 { get; } = new(
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b")
    {
        Algorithm = KeyAlgorithm.P256,
        Name = "P-256",
        JwsAlgorithm = "ES256",
        Oid = Oids.P256,
        Parameters = ECCurve.NamedCurves.nistP256,
        Hash = HashAlgorithmName.SHA256,
    };

    public static EcCurve P384 { get; } = new(
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef")
    {
        Algorithm = KeyAlgorithm.P384,
        Name = "P-384",
        JwsAlgorithm = "ES384",
        Oid = Oids.P384,
        Parameters = ECCurve.NamedCurves.nistP384,
        Hash = HashAlgorithmName.SHA384,
    };

    public required KeyAlgorithm Algorithm { get; init; }

    /// <summary>The value of a JWK's <c>crv</c>.</summary>
    public required string Name { get; init; }

    public required string JwsAlgorithm { get; init; }

    public required string Oid { get; init; }

    public required ECCurve Parameters { get; init; }

    public required HashAlgorithmName Hash { get; init; }

    /// <summary>Bytes of a coordinate, and of each half of a signature.</summary>
    public int Size { get; }

    /// <summary>The curve of an ECDSA key.</summary>
    public static EcCurve Of(KeyAlgorithm algorithm) => algorithm == KeyAlgorithm.P384 ? P384 : P256;

    public static EcCurve? Find(string name) => name switch { "P-256" => P256, "P-384" => P384, _ => null };

    public static EcCurve? FindOid(string oid) => oid switch { Oids.P256 => P256, Oids.P384 => P384, _ => null };

    /// <summary>SEC 1 §2.3.3: 02 or 03 after the parity of y, then x.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => [(byte)(2 + (y[^1] & 1)), .. x];

    /// <summary>SEC 1 §2.3.4: the point of a compressed form; null where there is none on the curve.</summary>
    public ECPoint? TryDecompress(ReadOnlySpan<byte> compressed)
    {
        if (compressed.Length != Size + 1 || compressed[0] is not (2 or 3))
        {
            return null;
        }
        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        if (x >= _p)
        {
            return null;
        }
        BigInteger square = (BigInteger.ModPow(x, 3, _p) + ((_p - 3) * x) + _b) % _p;

        // Both primes are 3 modulo 4, so a root is the power (p + 1) / 4.
        BigInteger y = BigInteger.ModPow(square, (_p + 1) / 4, _p);
        if (y * y % _p != square)
        {
            return null;
        }
        bool odd = compressed[0] == 3;
        return new ECPoint { X = compressed[1..].ToArray(), Y = Coordinate(y.IsEven == odd ? _p - y : y) };
    }

    private byte[] Coordinate(BigInteger value)
    {
        byte[] bytes = new byte[Size];
        int length = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(bytes.AsSpan(Size - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }
}
