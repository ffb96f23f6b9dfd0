using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Gives what became of every line: its award, where everybody checks it, where its learner gets each document, and what stands against it.
/// What a spreadsheet would run as a formula has an apostrophe in front.
/// </summary>
internal sealed class DownloadResults(CredentialsDb db, PromoteSettings settings) : ControllerBase
{
    private const int Chunk = 500;
    private const string Erased = "The learner was erased: there is nothing of them any more.";
    private const string Promised = "The award is promised. It is issued by itself as soon as everything for it is there.";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    [HttpGet("/api/v1/batches/{id}/results.csv"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        if (!RandomId.IsOne(id) || await db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) is not { } batch)
        {
            return Refused.NotFound();
        }

        var formats = batch.FormatNames;
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"results.csv\"";
        await Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(Response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync(["number", "state", "award", "verification", .. formats.Select(format => $"document.{format}"), "problems"], cancellationToken);
        for (var lines = await NextAsync(id, 0, cancellationToken); lines.Count > 0; lines = lines.Count < Chunk ? [] : await NextAsync(id, lines[^1].Number, cancellationToken))
        {
            foreach (var line in lines)
            {
                await csv.WriteRecordAsync(CellsOf(line, formats), cancellationToken);
            }
        }

        await csv.FlushAsync(cancellationToken);
        return new EmptyResult();
    }

    private async Task<List<Line>> NextAsync(string id, int after, CancellationToken cancellationToken)
    {
        var lines = await (
            from line in db.BatchLines.AsNoTracking().Where(line => line.BatchId == id && line.Number > after).OrderBy(line => line.Number).Take(Chunk)
            join award in db.Awards on line.AwardId equals award.Id into awards
            from award in awards.DefaultIfEmpty()
            join learner in db.Learners on award.LearnerId equals learner.Id into learners
            from learner in learners.DefaultIfEmpty()
            orderby line.Number
            select new
            {
                line.Number, line.State, line.AwardId, line.Problems, award.PublicId, award.HolderId,
                IsIssued = award != null && award.State == IssuingState.Issued,
                IsErased = award == null ? line.Details == null && line.ChangesAwardId == null : learner.WrappedKey == null,
            }).ToListAsync(cancellationToken);
        return lines.ConvertAll(line => new Line(line.Number, line.State, line.AwardId, line.IsIssued && !line.IsErased ? (line.PublicId, line.HolderId) : null, WhyOf(line.Problems, line.IsErased, line.AwardId is not null && !line.IsIssued)));
    }

    private static string WhyOf(string? problems, bool isErased, bool isPromised) =>
        isErased ? Erased
        : isPromised ? Promised
        : problems is null ? ""
        : string.Join(" ", StoredJson.Read<LineProblem[]>(problems).Select(problem => problem.Column is { } column ? $"{column}: {problem.Detail}" : problem.Detail));

    private string[] CellsOf(Line line, IReadOnlyList<string> formats)
    {
        var root = settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/');
        return
        [
            line.Number.ToString(CultureInfo.InvariantCulture), line.State.ToString().ToLowerInvariant(), line.Award ?? "", line.Issued is { PublicId: var page } ? $"{root}/v/{page}" : "",
            .. formats.Select(format => line.Issued is { HolderId: var holder } ? $"{root}/credentials/{holder}?format={format}" : ""), line.Why,
        ];
    }

    private sealed record Line(int Number, BatchLineState State, string? Award, (string PublicId, string HolderId)? Issued, string Why)
    {
        /// <summary>Says nothing, so that no log or message can show a holder's link.</summary>
        public override string ToString() => "Line ***";
    }
}
