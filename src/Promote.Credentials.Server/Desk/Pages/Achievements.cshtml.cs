using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>The achievements of the issuer, those changed last first.</summary>
[DeskPage(Scope = Scope.AchievementsRead)]
internal sealed class AchievementsModel(CredentialsDb db, Catalogue catalogue, PageLanguage page) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(string Id, string Name, AchievementState State, bool IsChanged)> Achievements { get; private set; } = [];

    public bool CanWrite { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.achievements"];
        var client = HttpContext.Client;
        CanWrite = client.Scopes.Contains(Scope.AchievementsWrite);
        var rows = await db.Achievements.AsNoTracking().Where(row => row.IssuerId == client.IssuerId).OrderByDescending(row => row.UpdatedAt).Take(Most).ToListAsync(cancellationToken);
        var listed = new List<(string, string, AchievementState, bool)>();
        foreach (var row in rows)
        {
            var version = await catalogue.VersionAsync(db, row.Id, row.LatestVersion, cancellationToken);
            listed.Add((row.Id, version.Content.Name.InOrElse(page.Language.Tag, "en"), row.State, row.State == AchievementState.Published && row.PublishedVersion != row.LatestVersion));
        }

        Achievements = listed;
    }
}
