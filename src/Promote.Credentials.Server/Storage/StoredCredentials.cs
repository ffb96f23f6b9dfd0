using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>Finds issued documents. Unknown, malformed, unfinished and erased ids all find nothing, so that nobody can tell them apart.</summary>
internal sealed class StoredCredentials(CredentialsDb db, LearnerVault vault)
{
    /// <summary>By the id in the QR code.</summary>
    public Task<StoredCredential?> FindByPublicIdAsync(string publicId, string format, CancellationToken cancellationToken) =>
        FindAsync(publicId, award => award.PublicId == publicId, format, cancellationToken);

    /// <summary>By the id in the holder's link.</summary>
    public Task<StoredCredential?> FindByHolderIdAsync(string holderId, string format, CancellationToken cancellationToken) =>
        FindAsync(holderId, award => award.HolderId == holderId, format, cancellationToken);

    private async Task<StoredCredential?> FindAsync(string id, Expression<Func<AwardRow, bool>> isIt, string format, CancellationToken cancellationToken)
    {
        if (!RandomId.IsOne(id))
        {
            return null;
        }

        var found = await (
            from award in db.Awards.AsNoTracking().Where(isIt)
            join learner in db.Learners on award.LearnerId equals learner.Id
            join credential in db.Credentials on award.Id equals credential.AwardId
            where credential.Format == format && credential.State == IssuingState.Issued
            select new { award, credential, learner.KeyId, learner.WrappedKey }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        using var key = vault.Open(found.award.LearnerId, found.KeyId, found.WrappedKey);
        return key is null ? null : new StoredCredential { Award = found.award, Credential = found.credential, Utf8 = Read(key, found.credential) };
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
