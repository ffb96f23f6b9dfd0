using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Server.Assessments;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Whom to assess, and in what.</summary>
[DeskPage(Scope = Scope.AssessmentsWrite)]
[RequestSizeLimit(16 * 1024)]
internal sealed class NewAssessmentModel(CredentialsDb db, BeginAssessment begin, Catalogue catalogue, PageLanguage page) : PageModel
{
    /// <summary>The achievements that can be assessed, by id, with their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Achievements { get; private set; } = [];

    /// <summary>What was typed.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = await DeskForm.ReadAsync(Request, cancellationToken);
        var begun = await begin.RunAsync(
            new NewAssessment
            {
                Achievement = Typed["achievement"] ?? "",
                Kind = Typed["kind"] == "priorLearning" ? AssessmentKind.PriorLearning : AssessmentKind.Course,
                Learner = new Learner
                {
                    GivenName = Typed["givenName"] ?? "",
                    FamilyName = Typed["familyName"] ?? "",
                    Email = Typed["email"],
                    DateOfBirth = Typed.Day("dateOfBirth") is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null,
                },
            },
            HttpContext.Client, cancellationToken);
        if (begun.Granted)
        {
            return Redirect($"/desk/assessments/{begun.Value.Row.Id}");
        }

        Refusals = [.. begun.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        await ListAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.new"];
        var issuerId = HttpContext.Client.IssuerId;
        var rows = await db.Achievements.AsNoTracking().Where(row => row.IssuerId == issuerId && row.State == AchievementState.Published)
            .OrderByDescending(row => row.UpdatedAt).Select(row => new { row.Id, Version = row.PublishedVersion!.Value }).ToListAsync(cancellationToken);
        var listed = new List<(string, string)>();
        foreach (var row in rows)
        {
            listed.Add((row.Id, (await catalogue.VersionAsync(db, row.Id, row.Version, cancellationToken)).Content.Name.InOrElse(page.Language.Tag, "en")));
        }

        Achievements = [.. listed.OrderBy(one => one.Item2, StringComparer.Create(page.Language.Culture, ignoreCase: true))];
    }
}
