using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Assessments;
using Promote.Credentials.Server.Assessments.Files;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One assessment: the form of its assessor, the decision of its validator, and what followed from it.</summary>
[DeskPage(Scope = Scope.AssessmentsRead)]
[RequestSizeLimit(256 * 1024)]
internal sealed class AssessmentModel(
    CredentialsDb db, LearnerVault vault, TakeStep take, AwardConfirmed awardConfirmed, EvidenceFiles files, Catalogue catalogue, PublishedAchievements achievements, PageLanguage page, TimeProvider time) : PageModel
{
    // Ten files at once, and the texts.
    private const long MaxForm = (KeptFiles.MaxFiles * (long)KeptFiles.MaxBytes) + (1024 * 1024);

    /// <summary>Null where there is none.</summary>
    public FoundAssessment? Found { get; private set; }

    /// <summary>The version that is assessed.</summary>
    public AchievementContent Achievement { get; private set; } = null!;

    /// <summary>What ESCO calls the skills of its outcomes, by URI.</summary>
    public IReadOnlyDictionary<string, string> Skills { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is recorded, or what was typed and refused.</summary>
    public AssessmentContent Recorded { get; private set; } = new();

    /// <summary>The files that the assessment keeps, whether it names them or not.</summary>
    public IReadOnlyList<AssessmentFileAnswer> Files { get; private set; } = [];

    /// <summary>Whether another person has to decide.</summary>
    public bool FourEyes { get; private set; }

    public bool CanWrite { get; private set; }

    public bool CanDecide { get; private set; }

    /// <summary>Whether the reader can ask to look at a rejection again.</summary>
    public bool CanAppeal { get; private set; }

    /// <summary>Whether the reader wrote it, and so cannot decide.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Ids of the page and the holder's page of the award.</summary>
    public (string PublicId, string HolderId)? Award { get; private set; }

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    /// <summary>Whether something was stored just now.</summary>
    public bool Saved { get; private set; }

    /// <summary>The day of today, as a field takes it.</summary>
    public string Today => time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string id, bool? saved, CancellationToken cancellationToken)
    {
        Saved = saved == true;
        return await ShowAsync(id, cancellationToken) ? Page() : NotHere.Answer(this, page, asJson: false);
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ShowAsync(id, cancellationToken))
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        var (form, problems) = CanWrite ? await ReadWithFilesAsync(id, cancellationToken) : (await DeskForm.ReadAsync(Request, cancellationToken), []);
        var removed = form["remove"];
        var (steps, right) = removed is not null ? ([AssessmentStep.Record], Scope.AssessmentsWrite) : form["do"] switch
        {
            "save" => ((AssessmentStep[])[AssessmentStep.Record], Scope.AssessmentsWrite),
            "submit" => ([AssessmentStep.Record, AssessmentStep.Submit], Scope.AssessmentsWrite),
            "appeal" => ([AssessmentStep.Appeal], Scope.AssessmentsWrite),
            "confirm" => ([AssessmentStep.Confirm], Scope.AssessmentsDecide),
            "return" => ([AssessmentStep.Return], Scope.AssessmentsDecide),
            "reject" => ([AssessmentStep.Reject], Scope.AssessmentsDecide),
            _ => ([], Scope.AssessmentsWrite),
        };
        if (!HttpContext.Client.Scopes.Contains(right))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var typed = steps.Contains(AssessmentStep.Record) ? AssessmentForm.Read(form, Achievement, Found!.Row.Kind) : Recorded;
        typed = removed is null ? typed : AssessmentForm.Without(typed, removed);
        problems = problems.Count > 0 ? problems : await TakeAsync(id, steps, form, typed, cancellationToken);
        if (problems.Count == 0 && removed is not null)
        {
            problems = (await files.RemoveAsync(HttpContext.Client, id, removed, cancellationToken)).Refusals;
        }

        if (problems.Count == 0)
        {
            return Redirect($"/desk/assessments/{id}?saved=true");
        }

        db.ChangeTracker.Clear();
        await ShowAsync(id, cancellationToken);
        (Recorded, Refusals) = (steps.Length == 0 ? Recorded : typed, [.. problems.Select(problem => DeskRefusal.Of(problem, page))]);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    // A file is kept as soon as it is here: whatever is refused afterwards, nobody has to send it twice.
    private async Task<(DeskForm Form, IReadOnlyList<Refusal> Problems)> ReadWithFilesAsync(string id, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>();
        try
        {
            var form = await FormWithFiles.ReadAsync(
                Request, MaxForm,
                async (_, field, sent) =>
                {
                    var kept = await files.AddAsync(HttpContext.Client, id, sent.ContentType, sent.ContentDisposition, sent.Body, cancellationToken);
                    problems.AddRange(kept.Refusals.Select(refusal => refusal with { Pointer = "/" + field.Replace('.', '/') }));
                    return kept.Granted ? [KeyValuePair.Create(field, kept.Value.Id)] : [];
                },
                cancellationToken);
            return (form, problems);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException || (unreadable is IOException and not BadHttpRequestException))
        {
            return (new(FormCollection.Empty), [new(RefusalCode.InvalidValue, "", unreadable.Message)]);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (new(FormCollection.Empty), [new(RefusalCode.TooLarge, "/file", "These files are too large to be sent together.")]);
        }
    }

    private async Task<IReadOnlyList<Refusal>> TakeAsync(string id, AssessmentStep[] steps, DeskForm form, AssessmentContent typed, CancellationToken cancellationToken)
    {
        // The revision that the page showed: what somebody else wrote meanwhile is not overwritten, and not decided about unseen.
        Request.Headers.IfMatch = EntityTag.Of(int.TryParse(form["revision"], out var revision) ? revision : 0);
        foreach (var step in steps)
        {
            var taken = await take.RunAsync(Request, HttpContext.Client, id, step, before => After(before, step, form, typed), cancellationToken);
            if (!taken.Granted)
            {
                return taken.Refusals;
            }

            Request.Headers.IfMatch = EntityTag.Of(taken.Value.Row.Revision);
            await awardConfirmed.FollowAsync(taken.Value);
        }

        return [];
    }

    private static RecordedAssessment After(RecordedAssessment before, AssessmentStep step, DeskForm form, AssessmentContent typed) => step switch
    {
        AssessmentStep.Record => before with { Content = typed },
        AssessmentStep.Submit or AssessmentStep.Confirm => before with { Reason = null },
        _ => before with { Reason = form["reason"] },
    };

    private async Task<bool> ShowAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        Found = await FoundAssessment.FindAsync(db, vault, client.IssuerId, id, cancellationToken);
        if (Found is null)
        {
            return false;
        }

        var version = await catalogue.VersionAsync(db, Found.Row.AchievementId, Found.Row.AchievementVersion, cancellationToken);
        Achievement = version.Content;
        Skills = await achievements.SkillsAsync(Achievement, cancellationToken);
        FourEyes = Achievement.Policy.FourEyes;
        Recorded = Found.Recorded?.Content ?? new();
        Files = await files.ListAsync(Found, cancellationToken);
        IsOwn = Found.Row.AuthorList.Contains(client.KeyId);
        CanWrite = client.Scopes.Contains(Scope.AssessmentsWrite) && AssessmentLife.WhyNot(Found.Row.State, AssessmentStep.Record) is null && Found.Learner is not null;
        CanDecide = client.Scopes.Contains(Scope.AssessmentsDecide) && AssessmentLife.WhyNot(Found.Row.State, AssessmentStep.Confirm) is null && Found.Learner is not null;
        CanAppeal = client.Scopes.Contains(Scope.AssessmentsWrite) && AssessmentLife.WhyNot(Found.Row.State, AssessmentStep.Appeal) is null && Found.Learner is not null;
        Award = Found.AwardId is null ? null
            : await db.Awards.Where(row => row.Id == Found.AwardId).Select(row => new ValueTuple<string, string>(row.PublicId, row.HolderId)).SingleAsync(cancellationToken);
        ViewData["Title"] = Achievement.Name.InOrElse(page.Language.Tag, "en");
        return true;
    }
}
