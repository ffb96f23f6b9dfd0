using System.Security.Cryptography;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Hashes as RDFC-1.0 writes them: lower-case hexadecimal.</summary>
internal static class Digest
{
    public static string Hex(HashAlgorithmName algorithm, ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        int length = CryptographicOperations.HashData(algorithm, data, hash);
        return Convert.ToHexStringLower(hash[..length]);
    }
}
