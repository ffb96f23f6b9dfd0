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
internal sealed class PathwaysModel(CredentialsDb db, KeyRing keyRing, LearnersProgress progress, PageLanguage page) : PageModel
{
    /// <summary>The published pathways, by id, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Pathways { get; private set; } = [];

    /// <summary>What was typed.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    /// <summary>The picture; null until somebody is asked about.</summary>
    public string? Svg { get; private set; }

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
            Svg = ProgressSvg.Draw(content, root, achievements, page.Language.Tag, Why);
            var lookups = keyRing.Hashes.LearnerLookups(issuerId, learner).ToList();
            var award = await db.PathwayCompletions.Where(one => one.PathwayId == id && lookups.Contains(one.Learner)).Select(one => one.AwardId).FirstOrDefaultAsync(cancellationToken);
            NeedsDecision = root.State != StepState.Met && award is not null && await db.Awards.AnyAsync(one => one.Id == award && one.RevokedAt == null, cancellationToken);
        }

        await ListAsync(cancellationToken);
        return Page();
    }

    private string Why(StepProgress step) => (step.State, step.Step) switch
    {
        (StepState.NotNeeded, _) => page["desk.progress.notNeeded"],
        (StepState.Blocked, _) => page.Format("desk.progress.blocked", ("steps", string.Join(", ", step.WaitsFor))),
        (StepState.Met, { Achievement: not null }) => page["desk.progress.earned"],
        (StepState.Lost, { Achievement: not null }) => page["desk.progress.lost"],
        (_, { Achievement: not null }) => page["desk.progress.missing"],
        (_, { Rule: StepRule.Credits }) => page.Format("desk.progress.credits", ("has", step.Has), ("needs", step.Needs)),
        _ => page.Format("desk.progress.steps", ("has", step.Has), ("needs", step.Needs)),
    };

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.pathways"];
        var issuerId = HttpContext.Client.IssuerId;
        var rows = await db.Pathways.AsNoTracking().Where(row => row.IssuerId == issuerId && row.State == PathwayState.Published).OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
        Pathways = [.. rows.Select(row => (row.Id, StoredJson.Read<PathwayContent>(row.Content).Name.InOrElse(page.Language.Tag, "en")))];
    }
}
