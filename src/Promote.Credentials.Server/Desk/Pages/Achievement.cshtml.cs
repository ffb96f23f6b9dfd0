using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Achievements;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One achievement, or a new one: its texts in the issuer's language beside those in another, and what the award asks for.</summary>
[DeskPage(Scope = Scope.AchievementsRead)]
[RequestSizeLimit(256 * 1024)]
internal sealed class AchievementModel(CredentialsDb db, AchievementLife life, Catalogue catalogue, PageLanguage page) : PageModel
{
    /// <summary>Name of the query parameter of the second language.</summary>
    public const string To = "to";

    /// <summary>Name of the view data that stands above refusals where something was stored nevertheless.</summary>
    public const string RefusedTitle = "RefusedTitle";

    private const string New = "new";

    /// <summary>Null for a new one.</summary>
    public AchievementRow? Row { get; private set; }

    public AchievementContent Achievement { get; private set; } = Empty;

    /// <summary>The issuer's language, in which every text has to be.</summary>
    public Language First { get; private set; } = Language.English;

    /// <summary>The language that it is translated into.</summary>
    public Language Second { get; private set; } = Language.English;

    public bool CanWrite { get; private set; }

    public bool Saved { get; private set; }

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    private static AchievementContent Empty { get; } = new() { Name = new([]), Description = new([]), Criteria = new([]), Type = "MicroCredential" };

    public async Task<IActionResult> OnGetAsync(string id, string? to, bool? saved, CancellationToken cancellationToken)
    {
        Saved = saved == true;
        return await ShowAsync(id, to, cancellationToken) ? Page() : NotHere.Answer(this, page, asJson: false);
    }

    public async Task<IActionResult> OnPostAsync(string id, string? to, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, to, cancellationToken))
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        if (!CanWrite)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        var (client, step) = (HttpContext.Client, form["do"]);
        Request.Headers.IfMatch = EntityTag.Of(int.TryParse(form["revision"], out var revision) ? revision : 0);
        if (step != "retire")
        {
            Achievement = AchievementForm.Read(form, Achievement, First.Tag, Second.Tag);
        }

        var changed = step == "retire" ? await life.RetireAsync(Request, client, id, cancellationToken)
            : Row is null ? await life.CreateAsync(client, Achievement, cancellationToken)
            : await life.ChangeAsync(Request, client, id, Achievement, cancellationToken);
        if (changed.Granted && step == "publish")
        {
            Request.Headers.IfMatch = EntityTag.Of(changed.Value.Row.Revision);
            Row = changed.Value.Row;
            ViewData[RefusedTitle] = page["desk.achievement.notPublished"];
            changed = await life.PublishAsync(Request, client, changed.Value.Row.Id, cancellationToken);
        }

        if (changed.Granted)
        {
            return Redirect($"/desk/achievements/{changed.Value.Row.Id}?{To}={Second.Tag}&saved=true");
        }

        Refusals = [.. changed.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>A text in one of the two languages.</summary>
    public static string? In(LanguageMap? text, Language language) => text?.FirstOrDefault(one => Language.Find(one.Key) == language).Value;

    private async Task<bool> ShowAsync(string id, string? to, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        CanWrite = client.Scopes.Contains(Scope.AchievementsWrite);
        (First, Second) = LanguagePair.Of(StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile), to, page);
        ViewData["Title"] = page["desk.achievement.new"];
        if (id == New)
        {
            return CanWrite;
        }

        Row = RandomId.IsOne(id) ? await db.Achievements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (Row is null)
        {
            return false;
        }

        Achievement = (await catalogue.VersionAsync(db, id, Row.LatestVersion, cancellationToken)).Content;
        ViewData["Title"] = Achievement.Name.InOrElse(page.Language.Tag, First.Tag);
        return true;
    }
}
