using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>The batches of the issuer, the newest first, and the form that sends a file. The fields stand before the file, which is read as it comes in.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
[RequestSizeLimit(64 * 1024)]
internal sealed class BatchesModel(CredentialsDb db, AskBatch ask, KeepBatch keep, PublishedAchievements achievements, Catalogue catalogue, PageLanguage page) : PageModel
{
    /// <summary>Nothing is issued before somebody says so.</summary>
    public const string Ask = "ask";

    private const string Check = "check";
    private const string Issue = "issue";
    private const string FileField = "/batchfile";

    // The largest file, and the texts.
    private const long MaxForm = (512L + 1) * 1024 * 1024;
    private const int Most = 50;

    /// <summary>What happens once the file is here.</summary>
    public static IReadOnlyList<string> Thens { get; } = [Check, Ask, Issue];

    public IReadOnlyList<ListedBatch> Batches { get; private set; } = [];

    /// <summary>What a file can award.</summary>
    public IReadOnlyList<OfferedAward> Offered { get; private set; } = [];

    /// <summary>What was chosen.</summary>
    public DeskForm Typed { get; private set; } = new(FormCollection.Empty);

    /// <summary>Makes a form that is sent twice one batch.</summary>
    public string Key { get; private set; } = RandomId.New();

    public bool CanAward => HttpContext.Client.Scopes.Contains(Scope.AwardsWrite);

    public IReadOnlyList<DeskRefusal> Refusals { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!CanAward)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var (batch, refusals) = await ReadAsync(cancellationToken);
        if (batch is not null)
        {
            return Redirect($"/desk/batches/{batch.Id}");
        }

        db.ChangeTracker.Clear();
        await ShowAsync(cancellationToken);

        // What is wrong with a file is told by the sentence of the API alone: which line, which column.
        Refusals = [.. refusals.Select(refusal => DeskRefusal.Of(refusal, page) is var said && said.Sentence == refusal.Detail ? said with { Detail = null } : said with { Detail = refusal.Detail })];
        Key = refusals.Any(refusal => refusal.Code == RefusalCode.IdempotencyKeyReused) || !RandomId.IsOne(Typed["key"]) ? RandomId.New() : Typed["key"]!;
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<(BatchRow? Batch, IReadOnlyList<Refusal> Refusals)> ReadAsync(CancellationToken cancellationToken)
    {
        Decision<BatchRow>? kept = null;
        try
        {
            await FormWithFiles.ReadAsync(
                Request, MaxForm,
                async (before, _, sent) =>
                {
                    Typed = before;
                    kept ??= await KeepAsync(before, sent, cancellationToken);
                    return [];
                },
                cancellationToken);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, [new(RefusalCode.TooLarge, FileField, "The file is larger than 512 MB.")]);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException || (unreadable is IOException and not BadHttpRequestException))
        {
            return (null, [new(RefusalCode.InvalidValue, FileField, "The form did not come to its end.")]);
        }

        return kept is null ? (null, [new(RefusalCode.MissingField, FileField, "Choose a file.")]) : (kept.Value, [.. kept.Refusals.Select(refusal => refusal.Pointer.Length == 0 ? refusal with { Pointer = FileField } : refusal)]);
    }

    private async Task<Decision<BatchRow>> KeepAsync(DeskForm form, MultipartSection sent, CancellationToken cancellationToken)
    {
        var disposition = sent.GetContentDispositionHeader()!;
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        if (FileForms.Find(FileForms.TypeOf(sent.ContentType, name.Value ?? "")) is not { } read || !FileEncoding.TryGet(form["charset"], out var encoding))
        {
            return new Refusal(RefusalCode.UnsupportedMediaType, FileField, "Take a CSV file, a spreadsheet (XLSX) or a file of JSON Lines.");
        }

        var client = HttpContext.Client;
        var formats = string.Join(',', (string[])[FormatList.OpenBadges3, .. AssessmentForm.MoreFormats.Select(format => format.Name).Where(name => form.All("format").Contains(name))]);

        // With a blank in it: no key of a client of the API is one.
        var question = new BatchQuestion { Achievement = form["achievement"], Formats = formats, DryRun = form["then"] == Check, Confirm = form["then"] == Issue, ScheduledFor = UniversalTime(form["scheduledFor"]) };
        var asked = await ask.RunAsync(client, question, RandomId.IsOne(form["key"]) ? $"desk {client.KeyId} {form["key"]}" : null, cancellationToken);
        return asked.Granted
            ? await keep.RunAsync(asked.Value, client, sent.Body, file => read(encoding is null ? file : FileEncoding.AsUtf8(file, encoding), asked.Value.Achievement, cancellationToken), cancellationToken)
            : asked.Refusals.ToList();
    }

    // What the field of a browser gives knows no zone, and no seconds where there are none.
    private static string? UniversalTime(string? typed) => string.IsNullOrEmpty(typed) ? null : typed.Length == "2026-11-20T09:30".Length ? $"{typed}:00Z" : $"{typed}Z";

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        ViewData["Title"] = page["desk.batches"];
        var client = HttpContext.Client;
        Offered = CanAward ? await achievements.ListAsync(client.IssuerId, cancellationToken) : [];
        var rows = await db.Batches.AsNoTracking().Where(row => row.IssuerId == client.IssuerId).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.AchievementId).Distinct().ToList();
        var versions = await db.Achievements.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.PublishedVersion ?? row.LatestVersion, cancellationToken);
        var listed = new List<ListedBatch>();
        foreach (var batch in await BatchAnswer.OfAsync(db, rows, cancellationToken))
        {
            var version = await catalogue.VersionAsync(db, batch.Achievement, versions[batch.Achievement], cancellationToken);
            listed.Add(new(batch, version.Content.Name.InOrElse(page.Language.Tag, "en")));
        }

        Batches = listed;
    }
}
