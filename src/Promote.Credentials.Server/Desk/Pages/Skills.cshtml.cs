using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Profiles;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Which skills of a professional profile the issuer and its network cover, as a picture and as a file for spreadsheets.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
internal sealed class SkillsModel(CredentialsDb db, IssuerNetwork network, DrawUpSkillsMap drawUp, PageLanguage page) : PageModel
{
    private const int Most = 200;

    /// <summary>The profiles of the issuer and its network, by id, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Profiles { get; private set; } = [];

    /// <summary>The map that was asked for; null where none was, or there is no such profile.</summary>
    public SkillsMap? Map { get; private set; }

    /// <summary>It as a picture.</summary>
    public string? Svg { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? profile, string? format, CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.skills"];
        var issuerId = HttpContext.Client.IssuerId;
        Map = profile is null ? null : await drawUp.RunAsync(profile, issuerId, page.Language.Tag, cancellationToken);
        if (Map is not null && format == "csv")
        {
            return File(SkillsMapCsv.Write(Map), SkillsMapCsv.MediaType, SkillsMapCsv.FileName);
        }

        Svg = Map is null ? null : SkillsMapSvg.Draw(Map, page.Texts);
        var issuers = await network.OfAsync(issuerId, cancellationToken);
        var rows = await db.Profiles.AsNoTracking().Where(row => issuers.Contains(row.IssuerId)).OrderByDescending(row => row.UpdatedAt).Take(Most).Select(row => new { row.Id, row.Content }).ToListAsync(cancellationToken);
        Profiles = [.. rows.Select(row => (row.Id, StoredJson.Read<ProfileContent>(row.Content).Name.InOrElse(page.Language.Tag, "en")))];
        return Page();
    }
}
