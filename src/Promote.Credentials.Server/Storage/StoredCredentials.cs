using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>Finds issued documents. Unknown, malformed, unfinished and erased ids all find nothing, so that nobody can tell them apart.</summary>
internal sealed class StoredCredentials(CredentialsDb db, LearnerVault vault)
{
    private const int LongestDocumentId = 128;

    /// <summary>By the id in the QR code.</summary>
    public async Task<StoredCredential?> FindByPublicIdAsync(string publicId, string format, CancellationToken cancellationToken) =>
        Only(await FindAsync(publicId, award => award.PublicId == publicId, credential => credential.Format == format, cancellationToken));

    /// <summary>Every document of a credential among these formats, by the id in the QR code.</summary>
    public Task<IReadOnlyList<StoredCredential>> FindAllByPublicIdAsync(string publicId, IReadOnlyCollection<string> formats, CancellationToken cancellationToken) =>
        FindAsync(publicId, award => award.PublicId == publicId, credential => formats.Contains(credential.Format), cancellationToken);

    /// <summary>By the id in the holder's link.</summary>
    public async Task<StoredCredential?> FindByHolderIdAsync(string holderId, string format, CancellationToken cancellationToken) =>
        Only(await FindAsync(holderId, award => award.HolderId == holderId, credential => credential.Format == format, cancellationToken));

    /// <summary>By the document's own id.</summary>
    public async Task<StoredCredential?> FindByDocumentIdAsync(string documentId, string format, CancellationToken cancellationToken) =>
        Only(await FindAsync(documentId, award => true, credential => credential.DocumentId == documentId && credential.Format == format, cancellationToken));

    /// <summary>The names of the formats in which the holder's award was issued.</summary>
    public async Task<IReadOnlyList<string>> FormatsOfHolderAsync(string holderId, CancellationToken cancellationToken) => !RandomId.IsOne(holderId) ? [] : await (
        from award in db.Awards.AsNoTracking()
        join learner in db.Learners on award.LearnerId equals learner.Id
        join credential in db.Credentials on award.Id equals credential.AwardId
        where award.HolderId == holderId && learner.WrappedKey != null && credential.State == IssuingState.Issued
        select credential.Format).ToListAsync(cancellationToken);

    // What is no id of ours is not asked of the database.
    private static bool CanBe(string id) => RandomId.IsOne(id) || (id.StartsWith("urn:", StringComparison.Ordinal) && id.Length <= LongestDocumentId);

    private static StoredCredential? Only(IReadOnlyList<StoredCredential> found) => found.SingleOrDefault();

    private async Task<IReadOnlyList<StoredCredential>> FindAsync(
        string id, Expression<Func<AwardRow, bool>> isIt, Expression<Func<CredentialRow, bool>> isForm, CancellationToken cancellationToken)
    {
        if (!CanBe(id))
        {
            return [];
        }

        var found = await (
            from award in db.Awards.AsNoTracking().Where(isIt)
            join learner in db.Learners on award.LearnerId equals learner.Id
            join issuer in db.Issuers on award.IssuerId equals issuer.Id
            join credential in db.Credentials.Where(isForm) on award.Id equals credential.AwardId
            where credential.State == IssuingState.Issued
            select new { award, credential, issuer.KeysRevision, learner.KeyId, learner.WrappedKey }).ToListAsync(cancellationToken);
        if (found is not [{ } first, ..])
        {
            return [];
        }

        using var key = vault.Open(first.award.LearnerId, first.KeyId, first.WrappedKey);
        return key is null ? [] : [.. found.Select(one => new StoredCredential
        {
            Award = one.award, Credential = one.credential, KeysRevision = one.KeysRevision, Utf8 = Read(key, one.credential),
        })];
    }

    private static byte[]? Read(LearnerKey key, CredentialRow credential)
    {
        try
        {
            return key.Decrypt(LearnerKey.Column.CredentialSigned, credential.Id, credential.Signed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
