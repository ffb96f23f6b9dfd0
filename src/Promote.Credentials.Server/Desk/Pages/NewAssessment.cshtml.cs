using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Server.Assessments;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Whom to assess, and in what.</summary>
[DeskPage(Scope = Scope.AssessmentsWrite)]
[RequestSizeLimit(16 * 1024)]
internal sealed class NewAssessmentModel(PublishedAchievements achievements, BeginAssessment begin, PageLanguage page) : PageModel
{
    /// <summary>Name of the query parameter of the achievement that is chosen already.</summary>
    public const string Preselected = "achievement";

    /// <summary>The achievements that can be assessed.</summary>
    public IReadOnlyList<OfferedAward> Achievements { get; private set; } = [];

    /// <summary>Id of the one that is chosen.</summary>
    public string? Chosen { get; private set; }

    /// <summary>What was typed.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task OnGetAsync(string? achievement, CancellationToken cancellationToken)
    {
        Chosen = achievement;
        await ListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = await DeskForm.ReadAsync(Request, cancellationToken);
        Chosen = Typed["achievement"];
        var begun = await begin.RunAsync(
            new NewAssessment
            {
                Achievement = Chosen ?? "",
                Kind = Typed["kind"] == "priorLearning" ? AssessmentKind.PriorLearning : AssessmentKind.Course,
                Learner = LearnerForm.Read(Typed),
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
        Achievements = await achievements.ListAsync(HttpContext.Client.IssuerId, cancellationToken);
    }
}
