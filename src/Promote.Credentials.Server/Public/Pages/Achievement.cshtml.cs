using System.Text.Json;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>A published version of an achievement: the signed <c>achievement.id</c>, for people and for verifiers, for ever.</summary>
[EnableCors(CorsNames.Anyone)]
internal sealed class AchievementModel(PublishedAchievements achievements, PublicUrls urls, PageLanguage page) : PageModel
{
    /// <summary>Null where there is nothing.</summary>
    public AchievementView? Achievement { get; private set; }

    /// <summary>Address of the version, in no language of its own.</summary>
    public string Address { get; private set; } = "";

    public ProfileView Issuer { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string id, int? number, string? language, CancellationToken cancellationToken)
    {
        var asJson = Accepts.Json(HttpContext);
        if (await achievements.FindAsync(id, number, language, cancellationToken) is not { } edition)
        {
            return NotHere.Answer(this, page, asJson);
        }

        if (asJson)
        {
            return File(Writer.WriteAchievement(edition), MediaTypes.LinkedData);
        }

        // The page shows what the document says, read as a stranger's would be.
        var shown = InLanguageOfReader(edition, language);
        Achievement = Reader.ReadAchievement(Root(Writer.WriteAchievement(shown)));
        Address = urls.Achievement(id, edition.Version.Number);
        Issuer = Reader.ReadProfile(Root(Writer.WriteProfile(shown.Creator, shown.Language)));
        return Page();
    }

    // The address without a language is the document in the issuer's language, and for people a page in theirs.
    private AchievementEdition InLanguageOfReader(AchievementEdition edition, string? ofAddress)
    {
        var issuer = edition.Creator.Issuer;
        var chosen = page.Choose(HttpContext, [.. CompleteLanguages.Of(edition.Version.Content, issuer)], issuer.PrimaryLanguage, ofAddress);
        return chosen is null ? edition : edition.In(chosen) ?? edition;
    }

    private static JsonElement Root(byte[] utf8) => StrictJson.Parse(utf8).RootElement;
}
