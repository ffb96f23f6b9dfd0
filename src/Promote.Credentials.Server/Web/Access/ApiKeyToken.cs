using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// An API key as its owner holds it: <c>pk_</c>, the id by which it is listed and revoked, <c>_</c>, 256 random bits.
/// Shown once; only the hash is kept.
/// </summary>
internal sealed class ApiKeyToken
{
    /// <summary>How every key begins, so that it is known when it is found where it should not be.</summary>
    public const string Prefix = "pk_";

    private const int SecretBytes = 32;

    private ApiKeyToken(string id, string text) => (Id, Text, Hash) = (id, text, HashOf(text));

    public string Id { get; }

    public string Text { get; }

    public byte[] Hash { get; }

    public static ApiKeyToken Create()
    {
        var id = RandomId.New();
        return new(id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>What is kept of this key.</summary>
    public ApiKeyRow ToRow(string issuerId, string name, IEnumerable<string> scopes, DateTimeOffset createdAt, DateTimeOffset? expiresAt = null) => new()
    {
        Id = Id,
        IssuerId = issuerId,
        Name = name,
        Hash = Hash,
        Scopes = string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal)),
        CreatedAt = createdAt,
        ExpiresAt = expiresAt,
    };

    /// <summary>
    /// What is stored of a key. One plain SHA-256 is right for 256 random bits: salt and slow hashing are for secrets
    /// of less than 112 bits (NIST SP 800-63B, look-up secret verifiers).
    /// </summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Says only what may be seen.</summary>
    public override string ToString() => $"pk_{Id}_***";
}
