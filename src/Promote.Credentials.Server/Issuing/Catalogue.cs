using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Issuers and versions of achievements as the domain reads them. A version never changes and an issuer seldom: each is read from its JSON once.</summary>
internal sealed class Catalogue
{
    private readonly ConcurrentDictionary<string, (string Profile, Issuer Issuer)> issuers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, int Number), AchievementVersion> versions = new();

    /// <summary>The issuer whose row has this profile now.</summary>
    public Issuer Issuer(string id, string profile)
    {
        if (issuers.TryGetValue(id, out var known) && known.Profile == profile)
        {
            return known.Issuer;
        }

        var issuer = StoredJson.Read<Issuer>(profile);
        issuers[id] = (profile, issuer);
        return issuer;
    }

    public async Task<AchievementVersion> VersionAsync(CredentialsDb db, string achievementId, int number, CancellationToken cancellationToken)
    {
        if (versions.TryGetValue((achievementId, number), out var known))
        {
            return known;
        }

        var content = await db.AchievementVersions.AsNoTracking()
            .Where(row => row.AchievementId == achievementId && row.Number == number)
            .Select(row => row.Content).SingleAsync(cancellationToken);
        return versions[(achievementId, number)] = new AchievementVersion(achievementId, number, StoredJson.Read<AchievementContent>(content));
    }
}
