using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Esco.Searching;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Esco;

/// <summary>Shows one concept of ESCO with its names in every language and, for an occupation, its skills.</summary>
internal sealed class GetConcept(CredentialsDb db) : ControllerBase
{
    [HttpGet("/api/v1/esco/concepts"), Access(Scope.EscoRead)]
    public async Task<IActionResult> RunAsync([FromQuery] string? uri, [FromQuery] string? language, CancellationToken cancellationToken)
    {
        if (!EscoUri.TryGetKind(uri, out var kind))
        {
            return new Refused(RefusalCode.InvalidValue, "/uri", $"Give the URI of an ESCO concept: {EscoUri.Occupations} or {EscoUri.Skills} and its id.");
        }

        language ??= EscoLanguages.English;
        if (EscoQuery.WhyNot(language) is { } unknown)
        {
            return new Refused(unknown);
        }

        var concept = await db.EscoConcepts.AsNoTracking().SingleOrDefaultAsync(row => row.Uri == uri, cancellationToken);
        if (concept is null)
        {
            return new Refused(RefusalCode.NotFound, "", "ESCO has no such concept, or it was not imported.");
        }

        var labels = await db.EscoLabels.AsNoTracking().Where(row => row.Uri == uri).ToListAsync(cancellationToken);
        var skills = kind == EscoKind.Occupation ? await SkillsAsync(uri, language, cancellationToken) : null;
        return Ok(new EscoConceptAnswer(uri, kind, labels.OrderBy(row => row.Language, StringComparer.Ordinal).ToDictionary(row => row.Language, EscoNames.Of))
        {
            Code = concept.Code,
            IscoGroup = concept.IscoGroup,
            SkillType = concept.SkillType,
            ReuseLevel = concept.ReuseLevel,
            EssentialSkills = skills?[true].ToArray(),
            OptionalSkills = skills?[false].ToArray(),
        });
    }

    // By whether they are essential.
    private async Task<ILookup<bool, EscoSkillOfOccupation>> SkillsAsync(string occupation, string language, CancellationToken cancellationToken)
    {
        var named = await (
            from relation in db.EscoRelations.AsNoTracking()
            where relation.Occupation == occupation
            let label = db.EscoLabels.Where(label => label.Language == language && label.Kind == EscoKind.Skill && label.Uri == relation.Skill).Select(label => label.Preferred).FirstOrDefault()
            let english = db.EscoLabels.Where(label => label.Language == EscoLanguages.English && label.Kind == EscoKind.Skill && label.Uri == relation.Skill).Select(label => label.Preferred).FirstOrDefault()
            select new { relation.Skill, relation.Essential, Label = label ?? english }).ToListAsync(cancellationToken);
        return named.OrderBy(skill => skill.Label ?? skill.Skill, StringComparer.Ordinal)
            .ToLookup(skill => skill.Essential, skill => new EscoSkillOfOccupation(skill.Skill, skill.Label));
    }
}
