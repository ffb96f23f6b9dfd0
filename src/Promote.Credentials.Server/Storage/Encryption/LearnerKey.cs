using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>The key of one learner, or of somebody who signs in, opened. What it encrypts can be read at the same row and column only.</summary>
internal sealed class LearnerKey(byte[] key) : IDisposable
{
    public byte[] Encrypt(Column column, string rowId, ReadOnlySpan<byte> plain) => SealedBytes.Seal(key, plain, Place(column, rowId));

    public byte[] Decrypt(Column column, string rowId, ReadOnlySpan<byte> encrypted) => SealedBytes.Open(key, encrypted, Place(column, rowId));

    /// <summary>A hash that only this key's owner can make: without the key it answers no guess about what was hashed.</summary>
    public byte[] Hash(ReadOnlySpan<byte> value)
    {
        Span<byte> hashKey = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, hashKey, salt: [], info: "promote request body"u8);
        return HMACSHA256.HashData(hashKey, value);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    private static byte[] Place(Column column, string rowId) => Encoding.UTF8.GetBytes($"{column}:{rowId}");

    /// <summary>Every column that is encrypted with a learner's key. The names are part of what is stored: never rename one.</summary>
    internal enum Column
    {
        LearnerProfile,
        AwardDetails,
        CredentialIntent,
        CredentialSigned,
        OutboxPayload,
        AssessmentDetails,
        PersonProfile,
        PersonSecrets,
        AuditReason,
        FileDetails,
        FilePart,
        PasskeyDetails,
        PersonIdentifier,
        BatchLine,
        BatchSender,
        BatchChange,
    }
}
