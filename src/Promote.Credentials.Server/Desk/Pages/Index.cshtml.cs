using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.Assessments;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>What there is to do: what the reader can begin, own drafts, what waits for a decision, and what was decided lately; for whoever is new, what comes next.</summary>
[DeskPage]
internal sealed class IndexModel(CredentialsDb db, LearnerVault vault, Catalogue catalogue, PageLanguage page) : PageModel
{
    private const int Most = 50;

    // The first that the reader may do is the main thing to do.
    private static readonly (string Scope, string Address, string Text)[] Beginnings =
    [
        (Scope.AssessmentsWrite, "/desk/assessments/new", "desk.new"), (Scope.AwardsWrite, "/desk/awards/new", "desk.award.new"),
        (Scope.AchievementsWrite, "/desk/achievements/new", "desk.achievement.new"), (Scope.PathwaysWrite, "/desk/pathways/new", "desk.pathway.new"), (Scope.PeopleManage, "/desk/people", "desk.people.invite"),
    ];

    private static readonly AssessmentState[] Waiting = [AssessmentState.Submitted, AssessmentState.Appealed];
    private static readonly AssessmentState[] AtWork = [AssessmentState.Draft, AssessmentState.Returned];
    private static readonly AssessmentState[] Done = [AssessmentState.Confirmed, AssessmentState.Rejected];

    public bool CanAssess { get; private set; }

    public bool CanDecide { get; private set; }

    /// <summary>What the reader does here.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>What the reader can begin: where, and what it is called.</summary>
    public IReadOnlyList<(string Address, string Text)> Begin { get; private set; } = [];

    /// <summary>Whether nothing of the reader's is there, and nothing that waits for them.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether the reader works for an issuer at all.</summary>
    public bool HasRole { get; private set; }

    public IReadOnlyList<ListedAssessment> ToDo { get; private set; } = [];

    public IReadOnlyList<ListedAssessment> ToDecide { get; private set; } = [];

    public IReadOnlyList<ListedAssessment> Decided { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.home"];
        var client = HttpContext.Client;
        HasRole = client.Scopes.Contains(Scope.AssessmentsRead);
        CanAssess = client.Scopes.Contains(Scope.AssessmentsWrite);
        CanDecide = client.Scopes.Contains(Scope.AssessmentsDecide);
        Roles = HttpContext.Features.GetRequiredFeature<SignedIn>().Roles;
        Begin = [.. Beginnings.Where(one => client.Scopes.Contains(one.Scope)).Select(one => (one.Address, one.Text))];
        if (!HasRole)
        {
            return;
        }

        // Others' drafts are theirs to finish.
        ToDo = [.. (await ListAsync(client, AtWork, cancellationToken)).Where(one => one.IsOwn)];
        ToDecide = await ListAsync(client, Waiting, cancellationToken);
        Decided = await ListAsync(client, Done, cancellationToken);
        IsNew = ToDo.Count == 0 && !(CanDecide && ToDecide.Count > 0) && !Decided.Concat(ToDecide).Any(one => one.IsOwn);
    }

    private async Task<IReadOnlyList<ListedAssessment>> ListAsync(Client client, AssessmentState[] states, CancellationToken cancellationToken)
    {
        var rows = await (
            from assessment in db.Assessments.AsNoTracking()
            join learner in db.Learners.AsNoTracking() on assessment.LearnerId equals learner.Id
            where assessment.IssuerId == client.IssuerId && states.Contains(assessment.State)
            orderby assessment.UpdatedAt descending
            select new { assessment, learner }).Take(Most).ToListAsync(cancellationToken);
        var listed = new List<ListedAssessment>();
        foreach (var row in rows)
        {
            var found = FoundAssessment.Open(vault, row.assessment, row.learner, awardId: null);
            var version = await catalogue.VersionAsync(db, row.assessment.AchievementId, row.assessment.AchievementVersion, cancellationToken);
            listed.Add(new(
                row.assessment.Id, found.Learner is { } learner ? $"{learner.GivenName} {learner.FamilyName}" : null, version.Content.Name.InOrElse(page.Language.Tag, "en"),
                row.assessment.State, row.assessment.AuthorList.Contains(client.KeyId), row.assessment.UpdatedAt));
        }

        return listed;
    }
}
