using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Everything that stands against a pathway, in itself and in the network.</summary>
internal sealed class PathwayCheck(CredentialsDb db, PathwayNetwork network)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(string? id, string issuerId, PathwayContent content, CancellationToken cancellationToken)
    {
        var issuer = StoredJson.Read<Issuer>(await db.Issuers.Where(row => row.Id == issuerId).Select(row => row.Profile).SingleAsync(cancellationToken));
        var refusals = PathwayRules.Check(content, issuer.PrimaryLanguage, await network.AchievementsAsync(issuerId, content, cancellationToken));
        return refusals.Count > 0 ? refusals
            : await network.WhyNotAwardedAsync(id, issuerId, content, cancellationToken) is { } refusal ? [refusal]
            : [];
    }
}
