using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Pathways;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>The pathways of the issuer, and how far a learner is on one of them, as a picture. Who is looked for stands in a form, never in an address.</summary>
[DeskPage(Scope = Scope.PathwaysRead)]
[RequestSizeLimit(4096)]
internal sealed class PathwaysModel(CredentialsDb db, LearnersProgress progress, CompletedPathways completions, PageLanguage page) : PageModel
{
    /// <summary>The pathways, those changed last first.</summary>
    public IReadOnlyList<(string Id, string Name, PathwayState State)> All { get; private set; } = [];

    /// <summary>Those that learners are on.</summary>
    public IReadOnlyList<(string Id, string Name, PathwayState State)> Published => [.. All.Where(pathway => pathway.State == PathwayState.Published)];

    public bool CanWrite { get; private set; }

    /// <summary>What was typed.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    /// <summary>The picture; null until somebody is asked about.</summary>
    public string? Svg { get; private set; }

    /// <summary>The award that followed from completing it.</summary>
    public string? AwardId { get; private set; }

    /// <summary>Whether the award of the pathway holds although it is not met any more.</summary>
    public bool NeedsDecision { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = await DeskForm.ReadAsync(Request, cancellationToken);
        var issuerId = HttpContext.Client.IssuerId;
        var (id, who) = (Typed["pathway"], Typed["learner"]);
        var row = RandomId.IsOne(id) ? await db.Pathways.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) : null;
        if (row is not null && who is not null && HttpContext.Client.Scopes.Contains(Scope.AwardsRead))
        {
            var content = StoredJson.Read<PathwayContent>(row.Content);
            var learner = new Learner { GivenName = "", FamilyName = "", Email = who, Identifier = who };
            var (root, achievements) = await progress.OfAsync(issuerId, content, learner, cancellationToken);
            Svg = new PathwayPicture(content, achievements, page).Draw(root);
            AwardId = await completions.AwardOfAsync(row, learner, cancellationToken);
            NeedsDecision = root.State != StepState.Met && AwardId is not null && await db.Awards.AnyAsync(one => one.Id == AwardId && one.RevokedAt == null, cancellationToken);
        }

        await ListAsync(cancellationToken);
        return Page();
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.pathways"];
        var issuerId = HttpContext.Client.IssuerId;
        var rows = await db.Pathways.AsNoTracking().Where(row => row.IssuerId == issuerId).OrderByDescending(row => row.UpdatedAt).ToListAsync(cancellationToken);
        All = [.. rows.Select(row => (row.Id, StoredJson.Read<PathwayContent>(row.Content).Name.InOrElse(page.Language.Tag, "en"), row.State))];
        CanWrite = HttpContext.Client.Scopes.Contains(Scope.PathwaysWrite);
    }
}
