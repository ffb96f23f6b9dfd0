using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>The awards of the issuer, the newest first, or those of one learner. Who is looked for stands in a form, never in an address.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
[RequestSizeLimit(4096)]
internal sealed class AwardsModel(CredentialsDb db, LearnerVault vault, KeyRing keyRing, KnownLearners known, Catalogue catalogue, PageLanguage page) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<ListedAward> Awards { get; private set; } = [];

    /// <summary>Whether the reader may make one.</summary>
    public bool CanAward => HttpContext.Client.Scopes.Contains(Scope.AwardsWrite);

    /// <summary>Whom the reader looked for.</summary>
    public string? Sought { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ListAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Sought = (await DeskForm.ReadAsync(Request, cancellationToken))["learner"];
        await ListAsync(Sought, cancellationToken);
        return Page();
    }

    private async Task ListAsync(string? sought, CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.awards"];
        var issuerId = HttpContext.Client.IssuerId;
        var learners = db.Learners.AsNoTracking().Where(row => row.IssuerId == issuerId);
        if (sought is not null)
        {
            // A learner is known by an identifier of a platform or by an address.
            var ids = (await known.KnownByAsync(keyRing.Hashes.LearnerLookups(issuerId, Named(sought)), cancellationToken)).ConvertAll(row => row.Id);
            learners = learners.Where(row => ids.Contains(row.Id));
        }

        var rows = await (
            from award in db.Awards.AsNoTracking()
            join learner in learners on award.LearnerId equals learner.Id
            where award.IssuerId == issuerId
            orderby award.CreatedAt descending
            select new { award, learner }).Take(Most).ToListAsync(cancellationToken);
        var listed = new List<ListedAward>();
        foreach (var row in rows)
        {
            var recorded = RecordedProposal.Read(vault, row.learner, row.award);
            var version = await catalogue.VersionAsync(db, row.award.AchievementId, row.award.AchievementVersion, cancellationToken);
            listed.Add(new(
                row.award.Id, recorded is null ? null : $"{recorded.Learner.GivenName} {recorded.Learner.FamilyName}",
                version.Content.Name.InOrElse(page.Language.Tag, "en"), row.award.Status, row.award.CreatedAt));
        }

        Awards = listed;
    }

    private static Learner Named(string sought) => new() { GivenName = "", FamilyName = "", Email = sought, Identifier = sought };
}
