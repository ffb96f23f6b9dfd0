using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Desk;

/// <summary>The achievements of an issuer that can be assessed and awarded now, by name.</summary>
internal sealed class PublishedAchievements(CredentialsDb db, Catalogue catalogue, ConceptLabels labels, PageLanguage page)
{
    public async Task<IReadOnlyList<OfferedAward>> ListAsync(string issuerId, CancellationToken cancellationToken)
    {
        var listed = new List<OfferedAward>();
        foreach (var (id, version) in await VersionsAsync(issuerId, cancellationToken))
        {
            var content = (await catalogue.VersionAsync(db, id, version, cancellationToken)).Content;
            listed.Add(new(id, content.Name.InOrElse(page.Language.Tag, "en"), content.Policy.IsAssessed, content.Policy.FourEyes));
        }

        return [.. listed.OrderBy(one => one.Name, StringComparer.Create(page.Language.Culture, ignoreCase: true))];
    }

    /// <summary>What one of them says.</summary>
    public async Task<AchievementContent> ContentAsync(string issuerId, string id, CancellationToken cancellationToken) =>
        (await catalogue.VersionAsync(db, id, (await VersionsAsync(issuerId, cancellationToken)).Single(one => one.Id == id).Version, cancellationToken)).Content;

    /// <summary>What ESCO calls the skills of an achievement's outcomes, by URI.</summary>
    public Task<IReadOnlyDictionary<string, string>> SkillsAsync(AchievementContent achievement, CancellationToken cancellationToken) =>
        labels.OfAsync(EscoKind.Skill, [.. achievement.Outcomes.Select(outcome => outcome.Esco?.OriginalString).OfType<string>()], page.Language.Tag, cancellationToken);

    private async Task<IReadOnlyList<(string Id, int Version)>> VersionsAsync(string issuerId, CancellationToken cancellationToken) =>
    [
        .. (await db.Achievements.AsNoTracking().Where(row => row.IssuerId == issuerId && row.State == AchievementState.Published).Select(row => new { row.Id, Version = row.PublishedVersion!.Value }).ToListAsync(cancellationToken))
            .Select(row => (row.Id, row.Version)),
    ];
}
