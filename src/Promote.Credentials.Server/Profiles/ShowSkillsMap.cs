using System.Text;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Searching;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Shows which skills of a profile are covered: as JSON, as CSV, or as a picture.</summary>
internal sealed class ShowSkillsMap(DrawUpSkillsMap drawUp) : ControllerBase
{
    private static readonly AnswerForms Forms = new(("json", "application/json"), ("csv", "text/csv"), ("svg", "image/svg+xml"));

    [HttpGet("/api/v1/profiles/{id}/skills-map"), Access(Scope.AchievementsRead), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, [FromQuery] string? language, CancellationToken cancellationToken)
    {
        language ??= EscoLanguages.English;
        if (EscoQuery.WhyNot(language) is { } unknown)
        {
            return new Refused(unknown);
        }

        var form = Forms.Of(Request);
        if (!form.Granted)
        {
            return new Refused(form.Refusals);
        }

        if (await drawUp.RunAsync(id, HttpContext.Client.IssuerId, language, cancellationToken) is not { } map)
        {
            return Refused.NotFound();
        }

        return form.Value.Name switch
        {
            "csv" => File(SkillsMapCsv.Write(map), SkillsMapCsv.MediaType, SkillsMapCsv.FileName),
            "svg" => File(Encoding.UTF8.GetBytes(SkillsMapSvg.Draw(map, Texts.FirstOf(language))), "image/svg+xml"),
            _ => Ok(map),
        };
    }
}
