using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Profiles;

/// <summary>The skills of a profile: those that ESCO names for its occupation now, and its own additions. The essential ones first, each kind by name.</summary>
internal sealed class SkillsOfProfile(CredentialsDb db)
{
    public async Task<List<SkillAnswer>> OfAsync(ProfileContent profile, string language, CancellationToken cancellationToken)
    {
        var occupation = profile.Occupation.OriginalString;
        var essential = await db.EscoRelations.AsNoTracking().Where(row => row.Occupation == occupation).ToDictionaryAsync(row => row.Skill, row => row.Essential, StringComparer.Ordinal, cancellationToken);
        var ofEsco = essential.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var added in profile.Additions.Where(added => added.Esco is not null))
        {
            essential[added.Esco!.OriginalString] = added.Essential || essential.GetValueOrDefault(added.Esco.OriginalString);
        }

        var labels = await LabelsAsync(essential.Keys, language, cancellationToken);
        return
        [
            .. essential.Select(skill => new SkillAnswer(skill.Key, null, labels.GetValueOrDefault(skill.Key, skill.Key), RelationOf(skill.Value), !ofEsco.Contains(skill.Key)))
                .Concat(profile.Additions.Where(added => added.Id is not null).Select(added => new SkillAnswer(null, added.Id, added.Title!.InOrElse(language, EscoLanguages.English), RelationOf(added.Essential), true)))
                .OrderBy(skill => skill.Relation).ThenBy(skill => skill.Label, StringComparer.Ordinal),
        ];
    }

    private static SkillRelation RelationOf(bool essential) => essential ? SkillRelation.Essential : SkillRelation.Optional;

    private async Task<Dictionary<string, string>> LabelsAsync(IReadOnlyCollection<string> skills, string language, CancellationToken cancellationToken)
    {
        string[] languages = [language, EscoLanguages.English];
        var rows = await db.EscoLabels.AsNoTracking().Where(row => languages.Contains(row.Language) && row.Kind == EscoKind.Skill && skills.Contains(row.Uri))
            .Select(row => new { row.Uri, row.Language, row.Preferred }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Uri, StringComparer.Ordinal).ToDictionary(names => names.Key, names => (names.FirstOrDefault(name => name.Language == language) ?? names.First()).Preferred, StringComparer.Ordinal);
    }
}
