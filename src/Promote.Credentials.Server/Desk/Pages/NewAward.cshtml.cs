using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Awards;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>Awards an achievement directly, where its policy lets one: what, then to whom.</summary>
[DeskPage(Scope = Scope.AwardsWrite)]
[RequestSizeLimit(256 * 1024)]
internal sealed class NewAwardModel(AwardByClient award, PublishedAchievements achievements, PageLanguage page, TimeProvider time) : PageModel
{
    /// <summary>What can be awarded.</summary>
    public IReadOnlyList<OfferedAward> Offered { get; private set; } = [];

    /// <summary>What is awarded; null until it is chosen.</summary>
    public OfferedAward? Chosen { get; private set; }

    /// <summary>The fields that follow from it.</summary>
    public RecordedFields? Fields { get; private set; }

    /// <summary>What was typed.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    /// <summary>Makes a form that is sent twice one award.</summary>
    public string Key { get; private set; } = RandomId.New();

    public bool CanAssess { get; private set; }

    /// <summary>Whether what is chosen is awarded in another way: a form would only be refused.</summary>
    public bool AskAssessment => Chosen is { IsAssessed: true };

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    private DateTimeOffset Today => new(time.GetUtcNow().Date, TimeSpan.Zero);

    public Task OnGetAsync(string? achievement, CancellationToken cancellationToken) => ShowAsync(achievement, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? achievement, CancellationToken cancellationToken)
    {
        await ShowAsync(achievement, cancellationToken);
        if (Chosen is null || Fields is null)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Typed = await DeskForm.ReadAsync(Request, cancellationToken);
        Key = RandomId.IsOne(Typed["key"]) ? Typed["key"]! : Key;
        Fields = Fields with { Content = AssessmentForm.Read(Typed, Fields.Achievement, AssessmentKind.Course) };
        var client = HttpContext.Client;
        var proposal = Fields.Content.ToProposal(LearnerForm.Read(Typed), new ConfirmedAssessment("", 0), Today) with { Assessment = null };
        var asked = Encoding.UTF8.GetBytes($"{Chosen.Id} {StoredJson.Write(proposal)}");

        // With a blank in it: no key of a client of the API is one.
        var decision = await award.RunAsync(client, Chosen.Id, proposal, new IdempotencyToken($"desk {client.KeyId} {Key}", asked), cancellationToken);
        if (decision.Granted)
        {
            return Redirect($"/desk/awards/{decision.Value.Id}?issued=true");
        }

        Refusals = [.. decision.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        Key = decision.Refusals.Any(refusal => refusal.Code == RefusalCode.IdempotencyKeyReused) ? RandomId.New() : Key;
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ShowAsync(string? achievement, CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.award.new"];
        var client = HttpContext.Client;
        CanAssess = client.Scopes.Contains(Scope.AssessmentsWrite);
        Offered = await achievements.ListAsync(client.IssuerId, cancellationToken);
        Chosen = Offered.FirstOrDefault(one => one.Id == achievement);
        if (Chosen is not null)
        {
            var content = await achievements.ContentAsync(client.IssuerId, Chosen.Id, cancellationToken);
            Fields = new(content, new AssessmentContent(), Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Skills = await achievements.SkillsAsync(content, cancellationToken) };
        }
    }
}
