using System.Buffers.Text;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>An RSA modulus and exponent.</summary>
internal sealed class RsaPublicKey : PublicKey
{
    /// <summary>RFC 7518 §3.3 asks for 2048 bits at least; beyond 4096 a verification costs more than a stranger's key is worth.</summary>
    private const int MinBits = 2048;
    private const int MaxBits = 4096;
    private const int MaxExponentBytes = 4;

    private readonly RSAParameters _parameters;

    // One native key for all threads: after the import, verifying changes nothing in it.
    private readonly RSA _rsa;

    private RsaPublicKey(RSAParameters parameters)
        : base(KeyAlgorithm.Rsa, Encode(parameters))
    {
        _parameters = parameters;
        _rsa = RSA.Create(parameters);
    }

    public override string JwsAlgorithm => "RS256";

    /// <summary>Null for what is not the DER of RSAPublicKey (RFC 8017 §A.1.1), and for a key that <see cref="TryCreate(byte[], byte[])"/> refuses.</summary>
    public static RsaPublicKey? TryCreate(ReadOnlySpan<byte> der)
    {
        try
        {
            var reader = new AsnReader(der.ToArray(), AsnEncodingRules.DER);
            AsnReader sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            BigInteger modulus = sequence.ReadInteger();
            BigInteger exponent = sequence.ReadInteger();
            sequence.ThrowIfNotEmpty();
            return modulus.Sign > 0 && exponent.Sign > 0
                ? TryCreate(modulus.ToByteArray(isUnsigned: true, isBigEndian: true), exponent.ToByteArray(isUnsigned: true, isBigEndian: true))
                : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>A key of big-endian numbers without leading zeros; null outside the limits, and for even numbers, with which RSA is none.</summary>
    public static RsaPublicKey? TryCreate(byte[] modulus, byte[] exponent)
    {
        bool usable = modulus is [not 0, ..]
            && exponent is [not 0, ..]
            && BitLength(modulus) is >= MinBits and <= MaxBits
            && (modulus[^1] & 1) == 1
            && exponent.Length <= MaxExponentBytes
            && (exponent[^1] & 1) == 1
            && exponent is not [1];
        return usable ? new RsaPublicKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) : null;
    }

    /// <summary>RFC 7518 §6.3.1.</summary>
    public override void WriteJwkMembers(Utf8JsonWriter json)
    {
        json.WriteString("e"u8, Base64Url.EncodeToUtf8(_parameters.Exponent));
        json.WriteString("kty"u8, "RSA"u8);
        json.WriteString("n"u8, Base64Url.EncodeToUtf8(_parameters.Modulus));
    }

    /// <summary>RFC 8017 §8.2.2.</summary>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == _parameters.Modulus!.Length
        && _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    internal override SubjectPublicKeyInfo.Parts ToSubjectPublicKeyInfo() => new(Oids.Rsa, Curve: null, Bytes);

    private static int BitLength(byte[] number) => (8 * number.Length) - BitOperations.LeadingZeroCount((uint)number[0]) + 24;

    private static byte[] Encode(RSAParameters parameters)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(parameters.Modulus);
            writer.WriteIntegerUnsigned(parameters.Exponent);
        }
        return writer.Encode();
    }
}
