using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Batches.Changing;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>One batch: how far it is, what has to be mended, and the buttons that have it go on or end.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
[RequestSizeLimit(4096)]
internal sealed class BatchModel(CredentialsDb db, BatchLooks looks, KeepChange change, Catalogue catalogue, PageLanguage page) : PageModel
{
    private const int MostLines = 100;

    /// <summary>Null where there is none.</summary>
    public ListedBatch? Shown { get; private set; }

    /// <summary>Its state as the API calls it, which is what events carry.</summary>
    public string StateName => JsonNamingPolicy.CamelCase.ConvertName(Shown!.Batch.State.ToString());

    /// <summary>What can be done with all awards of a batch.</summary>
    public static IReadOnlyDictionary<string, AwardAction> Changes { get; } = new Dictionary<string, AwardAction>(StringComparer.Ordinal)
    {
        ["suspend"] = AwardAction.Suspend, ["reinstate"] = AwardAction.Reinstate, ["revoke"] = AwardAction.Revoke,
    };

    /// <summary>Whether the reader may have it go on or end.</summary>
    public bool CanChange => BatchStep.WhyNot(Shown!.Batch.Action, HttpContext.Client) is null;

    /// <summary>Whether the reader may change the awards that it issued.</summary>
    public bool CanChangeAwards => Shown!.Batch is { Action: AwardAction.Issue or AwardAction.Replace, Counts.Issued: > 0 } && HttpContext.Client.Scopes.Contains(Scope.AwardsRevoke);

    /// <summary>Makes a form that is sent twice one batch.</summary>
    public string Key { get; private set; } = RandomId.New();

    /// <summary>Why awards are to be changed, as it was typed; null where nobody did.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the reader can do with it now. A validator confirms what four eyes are asked for.</summary>
    public IReadOnlyList<string> Steps => [.. Possible.Where(May)];

    private IReadOnlyList<string> Possible => Shown!.Batch switch
    {
        { State: BatchState.AwaitingConfirmation } => ["confirm", "cancel"],
        { State: BatchState.Queued or BatchState.Validating or BatchState.Running } => ["pause", "cancel"],
        { State: BatchState.Paused } => ["resume", "cancel"],
        { State: BatchState.Done, Counts.Failed: > 0 } => ["retry"],
        _ => [],
    };

    /// <summary>What stands against lines, in their order.</summary>
    public IReadOnlyList<LineToMend> ToMend { get; private set; } = [];

    /// <summary>The line to go on after; null at the end.</summary>
    public int? Next { get; private set; }

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, int after, CancellationToken cancellationToken) =>
        await ShowAsync(id, after, cancellationToken) ? Page() : NotHere.Answer(this, page, asJson: false);

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var form = await DeskForm.ReadAsync(Request, cancellationToken);
        if (!await ShowAsync(id, 0, cancellationToken))
        {
            return NotHere.Answer(this, page, asJson: false);
        }

        var step = form["do"];
        if (!May(step))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var answer = step switch
        {
            _ when Changes.TryGetValue(step ?? "", out var action) => await ChangeAsync(id, action, form, cancellationToken),
            "confirm" => await ApiOperation.Of<ConfirmBatch>(HttpContext).RunAsync(id, cancellationToken),
            "pause" => await ApiOperation.Of<PauseBatch>(HttpContext).RunAsync(id, cancellationToken),
            "resume" => await ApiOperation.Of<ResumeBatch>(HttpContext).RunAsync(id, cancellationToken),
            "cancel" => await ApiOperation.Of<CancelBatch>(HttpContext).RunAsync(id, cancellationToken),
            "retry" => await ApiOperation.Of<RetryBatch>(HttpContext).RunAsync(id, cancellationToken),
            _ => new Refused(RefusalCode.MissingField, "/do", "Take one of the buttons."),
        };
        if (answer is not Refused refused)
        {
            return answer is RedirectResult ? answer : Redirect($"/desk/batches/{id}");
        }

        await ShowAsync(id, 0, cancellationToken);
        Refusals = [.. refused.Refusals.Select(refusal => DeskRefusal.Of(refusal, page))];
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    // A batch of its own, which somebody confirms on its page.
    private async Task<IActionResult> ChangeAsync(string id, AwardAction action, DeskForm form, CancellationToken cancellationToken)
    {
        Reason = form["reason"] ?? "";
        var client = HttpContext.Client;
        var asked = new AskedChange { Awards = new AwardFilter { Batch = id }, Reason = Reason, Notify = form["notify"] is not null };
        var token = RandomId.IsOne(form["key"]) ? new IdempotencyToken($"desk {client.KeyId} {form["key"]}", StoredJson.WriteUtf8(new { action, asked })) : null;
        var kept = await change.RunAsync(action, asked, client, token, cancellationToken);
        db.ChangeTracker.Clear();
        return kept.Granted ? Redirect($"/desk/batches/{kept.Value.Id}") : new Refused(kept.Refusals);
    }

    private bool May(string? step) => Changes.ContainsKey(step ?? "") ? CanChangeAwards : CanChange || (step == "confirm" && HttpContext.Client.Scopes.Contains(Scope.AssessmentsDecide));

    private async Task<bool> ShowAsync(string id, int after, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await looks.NowAsync(client.IssuerId, id, cancellationToken) is not { } batch)
        {
            return false;
        }

        var version = await db.Achievements.Where(row => row.Id == batch.Achievement).Select(row => row.PublishedVersion ?? row.LatestVersion).SingleAsync(cancellationToken);
        Shown = new(batch, (await catalogue.VersionAsync(db, batch.Achievement, version, cancellationToken)).Content.Name.InOrElse(page.Language.Tag, "en"));
        ViewData["Title"] = Shown.Achievement;
        OwnScript.Allow(HttpContext);

        // Each by itself, so that an index has them: bad lines are few among many.
        List<(int Number, string Problems)> lines = [.. await LinesAsync(id, BatchLineState.Bad, after, cancellationToken), .. await LinesAsync(id, BatchLineState.Failed, after, cancellationToken)];
        lines.Sort();
        Next = lines.Count > MostLines ? lines[MostLines - 1].Number : null;
        ToMend = [.. lines.Take(MostLines).SelectMany(line => StoredJson.Read<LineProblem[]>(line.Problems).Select(problem => LineToMend.Of(line.Number, problem, page)))];
        return true;
    }

    private async Task<IEnumerable<(int Number, string Problems)>> LinesAsync(string id, BatchLineState state, int after, CancellationToken cancellationToken) =>
        (await db.BatchLines.AsNoTracking().Where(line => line.BatchId == id && line.State == state && line.Number > after && line.Problems != null).OrderBy(line => line.Number).Take(MostLines + 1)
            .Select(line => new { line.Number, line.Problems }).ToListAsync(cancellationToken)).Select(line => (line.Number, line.Problems!));
}
