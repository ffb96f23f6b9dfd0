using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>Hashes by which a learner, an Idempotency-Key or a document is found again, under keys that the database does not hold in the clear.</summary>
internal sealed class KeyedHashes
{
    private readonly byte[] learnerKey;
    private readonly byte[] idempotencyKey;
    private readonly byte[] documentKey;
    private readonly byte[] personKey;

    public KeyedHashes(byte[] root)
    {
        learnerKey = Derive(root, "promote learner lookup");
        idempotencyKey = Derive(root, "promote idempotency key");
        documentKey = Derive(root, "promote document id");
        personKey = Derive(root, "promote person lookup");
    }

    /// <summary>
    /// The platform's identifier finds a learner, else the e-mail address. Mail systems in use take addresses in any case
    /// (RFC 5321 §2.4 leaves it to them), so that one person is one learner.
    /// </summary>
    public byte[] Learner(string issuerId, Learner learner) => Hash(learnerKey, issuerId,
        learner.Identifier is { } identifier ? "identifier" : "email",
        learner.Identifier ?? OneCase(learner.Email ?? ""));

    /// <summary>The hashes by which an issuer may know somebody: by an identifier, by an address, or both.</summary>
    public IEnumerable<byte[]> LearnerLookups(string issuerId, Learner learner)
    {
        if (learner.Identifier is not null)
        {
            yield return Learner(issuerId, learner);
        }

        if (learner.Email is not null)
        {
            yield return Learner(issuerId, learner with { Identifier = null });
        }
    }

    public byte[] IdempotencyKey(string issuerId, string key) => Hash(idempotencyKey, issuerId, "", key);

    /// <summary>Finds a document that a platform wrote, by the <c>id</c> that it gave it.</summary>
    public byte[] Document(string id) => Hash(documentKey, "", "", id);

    /// <summary>Finds somebody who works for issuers, by their e-mail address.</summary>
    public byte[] Person(string email) => Hash(personKey, "", "email", OneCase(email));

    /// <summary>Whether two addresses are one mailbox.</summary>
    public static bool AreOne(string? email, string? other) => email is not null && other is not null && OneCase(email) == OneCase(other);

    private static string OneCase(string email) => email.Trim().ToLowerInvariant().Normalize();

    private static byte[] Derive(byte[] root, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, HMACSHA256.HashSizeInBytes, info: Encoding.ASCII.GetBytes(purpose));

    // Ids and kinds have no line end, so no two inputs run together.
    private static byte[] Hash(byte[] key, string issuerId, string kind, string value) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{issuerId}\n{kind}\n{value}"));
}
