using System.Text.Json;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>A published version of an achievement: the signed <c>achievement.id</c>, for people and for verifiers, for ever.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class AchievementModel(PublishedAchievements achievements) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public AchievementView? Achievement { get; private set; }

    public ProfileView Issuer { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string id, int? number, string? language, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await achievements.FindAsync(id, number, language, cancellationToken) is not { } edition)
        {
            return NotHere.Answer(this, asJson);
        }

        var document = Writer.WriteAchievement(edition);
        if (asJson)
        {
            return File(document, MediaTypes.LinkedData);
        }

        // The page shows what the document says, read as a stranger's would be.
        Achievement = Reader.ReadAchievement(Root(document));
        Issuer = Reader.ReadProfile(Root(Writer.WriteProfile(edition.Creator, edition.Language)));
        return Page();
    }

    private static JsonElement Root(byte[] utf8) => StrictJson.Parse(utf8).RootElement;
}
