using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Network;

/// <summary>A coordinating issuer and whom it accredits now.</summary>
internal sealed class IssuerNetwork(CredentialsDb db, TimeProvider time)
{
    /// <summary>The issuer, whom it accredits, who accredits it, and whom they accredit.</summary>
    public async Task<HashSet<string>> OfAsync(string issuerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var accredited = await db.Accreditations.AsNoTracking().Where(row => row.RevokedAt == null && row.ValidFrom <= now && (row.ValidUntil == null || row.ValidUntil > now))
            .Select(row => new { By = row.IssuerId, Member = row.MemberId }).Distinct().ToListAsync(cancellationToken);
        var coordinators = accredited.Where(row => row.Member == issuerId).Select(row => row.By).Append(issuerId).ToHashSet();
        return [.. coordinators, .. accredited.Where(row => coordinators.Contains(row.By)).Select(row => row.Member)];
    }
}
