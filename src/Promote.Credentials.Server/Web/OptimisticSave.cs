using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web;

/// <summary>Saves only what nobody else changed meanwhile.</summary>
internal static class OptimisticSave
{
    extension(CredentialsDb db)
    {
        /// <summary>Saves, and says false when a row is not what it was when it was read; then nothing is saved.</summary>
        public async Task<bool> SaveUnlessChangedAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }
}
