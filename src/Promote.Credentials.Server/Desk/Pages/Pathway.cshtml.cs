using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Pathways;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One pathway, or a new one: its texts in two languages, the tree of its steps, and what is awarded at its end.</summary>
[DeskPage(Scope = Scope.PathwaysRead)]
[RequestSizeLimit(256 * 1024), RequestFormLimits(ValueCountLimit = 4096)]
internal sealed class PathwayModel(CredentialsDb db, PathwayLife life, PathwayNetwork network, PageLanguage page) : PageModel
{
    private const string New = "new";

    /// <summary>Null for a new one.</summary>
    public PathwayRow? Row { get; private set; }

    /// <summary>What it consists of, or what was typed.</summary>
    public PathwayContent Pathway { get; private set; } = PathwayForm.Empty;

    public LanguagePair Languages { get; private set; } = new(Language.English, Language.English);

    /// <summary>The achievements that can be chosen.</summary>
    public IReadOnlyList<OfferedAchievement> Offered { get; private set; } = [];

    /// <summary>What it asks for, as a picture; null while it is being changed.</summary>
    public string? Picture { get; private set; }

    public bool CanWrite { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>Whether steps were added or removed, and nothing is stored.</summary>
    public bool Unsaved { get; private set; }

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? to, bool? saved, CancellationToken cancellationToken)
    {
        Saved = saved == true;
        if (!await ShowAsync(id, to, cancellationToken))
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        Picture = Row is null ? null : new PathwayPicture(Pathway, await network.AchievementsAsync(HttpContext.Client.IssuerId, Pathway, cancellationToken), page).Draw();
        return Page();
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
        Pathway = PathwayForm.Read(form, Pathway, Languages);
        var (step, place) = (form["do"] ?? "").Split(' ', 2) is [var first, var second] ? (first, second) : (form["do"], "");
        if (step is "achievement" or "group" or "remove")
        {
            Unsaved = true;
            Pathway = step == "remove" ? PathwayForm.Remove(Pathway, place) : PathwayForm.Add(Pathway, place, step == "group");
            return Page();
        }

        return await KeepAsync(form, publish: step == "publish", cancellationToken);
    }

    /// <summary>What stands against a field.</summary>
    public IEnumerable<DeskRefusal> RefusalsAt(string pointer) =>
        Refusals.Where(refusal => refusal.Pointer == pointer || refusal.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal));

    private async Task<IActionResult> KeepAsync(DeskForm form, bool publish, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        Request.Headers.IfMatch = EntityTag.Of(int.TryParse(form["revision"], out var revision) ? revision : 0);
        var kept = Row is null ? await life.CreateAsync(client, Pathway, cancellationToken) : await life.ChangeAsync(Request, client, Row.Id, Pathway, cancellationToken);
        if (kept.Granted && publish)
        {
            Request.Headers.IfMatch = EntityTag.Of(kept.Value.Revision);
            kept = await life.PublishAsync(Request, client, kept.Value.Id, cancellationToken);
        }

        if (kept.Granted)
        {
            return Redirect($"/desk/pathways/{kept.Value.Id}?{AchievementModel.To}={Languages.Second.Tag}&saved=true");
        }

        Refusals = [.. kept.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<bool> ShowAsync(string id, string? to, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        CanWrite = client.Scopes.Contains(Scope.PathwaysWrite);
        Languages = LanguagePair.Of(StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile), to, page);
        ViewData["Title"] = page["desk.pathway.new"];
        Row = RandomId.IsOne(id) ? await db.Pathways.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (Row is null && (id != New || !CanWrite))
        {
            return false;
        }

        Offered = await network.OfferedAsync(client.IssuerId, cancellationToken);
        if (Row is not null)
        {
            Pathway = StoredJson.Read<PathwayContent>(Row.Content);
            ViewData["Title"] = Pathway.Name.InOrElse(page.Language.Tag, Languages.First.Tag);
        }

        return true;
    }
}
