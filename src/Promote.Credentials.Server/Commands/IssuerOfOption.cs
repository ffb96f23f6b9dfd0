using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Commands;

/// <summary>Finds the issuer that <c>--issuer</c> names by its slug.</summary>
internal static class IssuerOfOption
{
    /// <exception cref="UsageException">No issuer has this slug.</exception>
    public static async Task<string> FindAsync(CredentialsDb db, Options options, CancellationToken cancellationToken)
    {
        var slug = options.Required("issuer");
        return await db.Issuers.Where(row => row.Slug == slug).Select(row => row.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new UsageException($"No issuer has the slug {slug}.");
    }
}
