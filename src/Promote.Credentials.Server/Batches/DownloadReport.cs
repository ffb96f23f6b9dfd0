using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Batches.Reading.Xlsx;
using Promote.Credentials.Server.Batches.Writing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Gives the lines that were not issued as they came, each with what stands against it: to be mended and sent again. What a spreadsheet would
/// run as a formula has an apostrophe in front in CSV, which is taken off again when the file comes back; in a spreadsheet it is a text.
/// </summary>
internal sealed class DownloadReport(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    private const int Chunk = 500;
    private const string Error = "x-error";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    [HttpGet("/api/v1/batches/{id}/report.csv"), Access(Scope.AwardsWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch)
        {
            return Refused.NotFound();
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var columns = await ColumnsAsync(batch, key, cancellationToken);
        Begin("text/csv; charset=utf-8", "report.csv");
        await Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(Response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns, Error], cancellationToken);
        await foreach (var (line, cells) in LinesAsync(id, key, cancellationToken))
        {
            await csv.WriteRecordAsync([.. RecordOf(columns, line, cells)], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
        return new EmptyResult();
    }

    [HttpGet("/api/v1/batches/{id}/report.xlsx"), Access(Scope.AwardsWrite)]
    public async Task<IActionResult> RunXlsxAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } batch)
        {
            return Refused.NotFound();
        }

        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var columns = await ColumnsAsync(batch, key, cancellationToken);
        Begin(XlsxLines.MediaType, "report.xlsx");
        await using (var xlsx = await XlsxWriter.BeginAsync(new PipedStream(Response.BodyWriter), [.. columns, Error], BatchColumns.Days, cancellationToken))
        {
            await foreach (var (line, cells) in LinesAsync(id, key, cancellationToken))
            {
                await xlsx.WriteAsync(RecordOf(columns, line, cells), cancellationToken);
            }

            await xlsx.EndAsync(cancellationToken);
        }

        await Response.BodyWriter.FlushAsync(cancellationToken);
        return new EmptyResult();
    }

    private async Task<BatchRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var issuerId = HttpContext.Client.IssuerId;
        return RandomId.IsOne(id) ? await db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) : null;
    }

    // Those of every file, and those that a line has something in.
    private async Task<string[]> ColumnsAsync(BatchRow batch, LearnerKey key, CancellationToken cancellationToken)
    {
        if (batch.Action != AwardAction.Issue)
        {
            return [CheckLines.Award];
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (_, cells) in LinesAsync(batch.Id, key, cancellationToken))
        {
            used.UnionWith(cells.Keys);
        }

        return [.. BatchColumns.Fixed, .. used.Except(BatchColumns.Fixed).Order(StringComparer.Ordinal)];
    }

    private void Begin(string type, string name)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    private static IEnumerable<string> RecordOf(string[] columns, BatchLineRow line, Dictionary<string, string> cells)
    {
        var problems = line.Problems is null ? [] : StoredJson.Read<LineProblem[]>(line.Problems);
        return columns.Select(column => cells.GetValueOrDefault(column, "")).Append(string.Join(" ", problems.Select(problem => problem.Column is { } column ? $"{column}: {problem.Detail}" : problem.Detail)));
    }

    private async IAsyncEnumerable<(BatchLineRow Line, Dictionary<string, string> Cells)> LinesAsync(string id, LearnerKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0; ;)
        {
            var lines = await db.BatchLines.AsNoTracking()
                .Where(line => line.BatchId == id && line.Number > after && (line.Details != null || line.ChangesAwardId != null) && (line.State == BatchLineState.Bad || line.State == BatchLineState.Failed))
                .OrderBy(line => line.Number).Take(Chunk).ToListAsync(cancellationToken);
            foreach (var line in lines)
            {
                yield return (line, CheckLines.CellsOf(line, key));
            }

            if (lines.Count < Chunk)
            {
                yield break;
            }

            after = lines[^1].Number;
        }
    }
}
