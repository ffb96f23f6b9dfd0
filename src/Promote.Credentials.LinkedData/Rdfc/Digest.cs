using System.Security.Cryptography;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Hashes as RDFC-1.0 writes them: lower-case hexadecimal.</summary>
internal static class Digest
{
    // A document has dozens of short inputs: setting up a hash costs more than hashing one of them.
    [ThreadStatic]
    private static IncrementalHash? kept;

    public static string Hex(HashAlgorithmName algorithm, ReadOnlySpan<byte> data)
    {
        if (kept?.AlgorithmName != algorithm)
        {
            kept?.Dispose();
            kept = IncrementalHash.CreateHash(algorithm);
        }

        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        kept.AppendData(data);
        return Convert.ToHexStringLower(hash[..kept.GetHashAndReset(hash)]);
    }
}
