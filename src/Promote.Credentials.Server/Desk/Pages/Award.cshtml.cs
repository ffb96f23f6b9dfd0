using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Awards;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One award: what became of it, and the forms that change it.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
[RequestSizeLimit(8192)]
internal sealed class AwardModel(CredentialsDb db, LearnerVault vault, AwardLife life, IssueCredential issue, Oneself oneselves, Catalogue catalogue, PageLanguage page) : PageModel
{
    /// <summary>Null where there is none.</summary>
    public RecordedAward? Recorded { get; private set; }

    /// <summary>Whether the reader may revoke, suspend, reinstate and replace.</summary>
    public bool CanChange { get; private set; }

    /// <summary>Whether it was made just now.</summary>
    public bool Issued { get; private set; }

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, bool? issued, CancellationToken cancellationToken)
    {
        Issued = issued == true;
        return await ShowAsync(id, cancellationToken) ? Page() : NotHere.Answer(this, page, asJson: false);
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken))
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        if (!CanChange)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        var (client, reason) = (HttpContext.Client, form["reason"] ?? "");
        var (now, problems) = form["do"] switch
        {
            "revoke" => Outcome(id, await life.ChangeAsync(client, id, AwardAction.Revoke, reason, cancellationToken)),
            "suspend" => Outcome(id, await life.ChangeAsync(client, id, AwardAction.Suspend, reason, cancellationToken)),
            "reinstate" => Outcome(id, await life.ChangeAsync(client, id, AwardAction.Reinstate, reason, cancellationToken)),
            _ => await CorrectAsync(client, form, cancellationToken),
        };
        if (problems.Count == 0)
        {
            return Redirect($"/desk/awards/{now}");
        }

        db.ChangeTracker.Clear();
        await ShowAsync(id, cancellationToken);
        Refusals = [.. problems.Select(problem => DeskRefusal.Of(problem, page))];
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private static (string Id, IReadOnlyList<Refusal> Problems) Outcome(string id, Decision<AwardRow> changed) => (id, changed.Refusals);

    // A mended name is another award in the place of this one, as over the API.
    private async Task<(string Id, IReadOnlyList<Refusal> Problems)> CorrectAsync(Client client, DeskForm form, CancellationToken cancellationToken)
    {
        if (Recorded!.Proposal is not { } old)
        {
            return (Recorded.Row.Id, [new(RefusalCode.WrongState, "", "The learner was erased: nothing is left to be corrected.")]);
        }

        var corrected = old with
        {
            Learner = old.Learner with
            {
                GivenName = form["givenName"] ?? "", FamilyName = form["familyName"] ?? "", Email = form["email"] ?? old.Learner.Email,
            },
        };
        if ((await oneselves.WhyNotAsync(client, old.Learner, cancellationToken) ?? await oneselves.WhyNotAsync(client, corrected.Learner, cancellationToken)) is { } oneself)
        {
            return (Recorded.Row.Id, [oneself]);
        }

        var succession = new Succession(SuccessionKind.Replacement, Recorded.Row.Id, Recorded.Row.AchievementVersion, page["desk.award.corrected"]);
        var decision = await issue.RunAsync(corrected, client.IssuerId, Recorded.Row.AchievementId, token: null, client.KeyId, succession, cancellationToken);
        return decision.Granted ? (decision.Value.Id, []) : (Recorded.Row.Id, decision.Refusals);
    }

    private async Task<bool> ShowAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        Recorded = await RecordedAward.FindAsync(db, vault, client.IssuerId, id, cancellationToken);
        if (Recorded is null)
        {
            return false;
        }

        var version = await catalogue.VersionAsync(db, Recorded.Row.AchievementId, Recorded.Row.AchievementVersion, cancellationToken);
        ViewData["Title"] = version.Content.Name.InOrElse(page.Language.Tag, "en");
        CanChange = client.Scopes.IsSupersetOf([Scope.AwardsRevoke, Scope.AwardsWrite]);
        return true;
    }
}
