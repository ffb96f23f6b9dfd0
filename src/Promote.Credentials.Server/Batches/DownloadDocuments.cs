using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>
/// Gives the documents of a batch as they were signed, in a ZIP that is written while it is sent: no file of it is ever whole in memory, and
/// none is named after a person. A learner who was erased has none.
/// </summary>
internal sealed class DownloadDocuments(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    // What stands at the end of a ZIP lists every file, so that it has to be remembered: more lines are more ZIPs.
    private const int MaxLines = 100_000;
    private const int Chunk = 50;

    [HttpGet("/api/v1/batches/{id}/results.zip"), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, [FromQuery] int after = 0, CancellationToken cancellationToken = default)
    {
        var issuerId = HttpContext.Client.IssuerId;
        if (!RandomId.IsOne(id) || await db.Batches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) is not { } batch)
        {
            return Refused.NotFound();
        }

        if (after < 0 || after >= batch.Lines)
        {
            return new Refused(RefusalCode.InvalidValue, "/after", $"The batch has the lines 1 to {batch.Lines}.");
        }

        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{(after == 0 ? "results.zip" : string.Create(CultureInfo.InvariantCulture, $"results-after-{after}.zip"))}\"";
        var until = after + Math.Min(MaxLines, batch.Lines - after);
        if (until < batch.Lines)
        {
            Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"<{Request.Path}?after={until}>; rel=\"next\"");
        }

        await WriteAsync(batch, after, until, cancellationToken);
        return new EmptyResult();
    }

    /// <summary>After which line each ZIP of a batch begins.</summary>
    public static IEnumerable<int> PartsOf(int lines) => Enumerable.Range(0, (lines + MaxLines - 1) / MaxLines).Select(part => part * MaxLines);

    private async Task WriteAsync(BatchRow batch, int after, int until, CancellationToken cancellationToken)
    {
        await using var answer = new PipedStream(Response.BodyWriter);
        var zip = await ZipArchive.CreateAsync(answer, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (zip)
        {
            await foreach (var (number, credential, key) in IssuedAsync(batch, after, until, cancellationToken))
            {
                if (Read(key, credential) is { } document)
                {
                    await AddAsync(zip, NameOf(number, credential.Format), credential.IssuedAt, document, cancellationToken);
                }
                else
                {
                    // What is stored is not what was signed: it is not handed out, and not silently left out.
                    await AddAsync(zip, $"{NameOf(number, credential.Format)}.damaged.txt", credential.IssuedAt, "What is stored is not what was signed, so it is not handed out.\n"u8.ToArray(), cancellationToken);
                }

                // A reader who is slower than the database has it wait.
                await Response.BodyWriter.FlushAsync(cancellationToken);
            }
        }

        await Response.BodyWriter.FlushAsync(cancellationToken);
    }

    private async IAsyncEnumerable<(int Number, CredentialRow Credential, LearnerKey Key)> IssuedAsync(BatchRow batch, int after, int until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var formats = batch.FormatNames;
        for (var start = after; start < until; start += Chunk)
        {
            var end = Math.Min(start + Chunk, until);
            var issued = await (
                from line in db.BatchLines.AsNoTracking()
                join award in db.Awards on line.AwardId equals award.Id
                join learner in db.Learners on award.LearnerId equals learner.Id
                join credential in db.Credentials on award.Id equals credential.AwardId
                where line.BatchId == batch.Id && line.Number > start && line.Number <= end && learner.WrappedKey != null && credential.State == IssuingState.Issued && formats.Contains(credential.Format)
                orderby line.Number, credential.Format
                select new { line.Number, award.LearnerId, learner.KeyId, learner.WrappedKey, credential }).ToListAsync(cancellationToken);
            foreach (var one in issued)
            {
                using var key = vault.Open(one.LearnerId, one.KeyId, one.WrappedKey)!;
                yield return (one.Number, one.credential, key);
            }
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, DateTimeOffset? at, byte[] bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at ?? entry.LastWriteTime;
        var file = await entry.OpenAsync(cancellationToken);
        await using (file)
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
    }

    // Which line and which format, and nothing of whom.
    private static string NameOf(int number, string format) => string.Create(
        CultureInfo.InvariantCulture, $"{number:D7}-{format}{(FormatList.TryGet(format, out var known) ? Path.GetExtension(known.FileName) : ".json")}");

    private static byte[]? Read(LearnerKey key, CredentialRow credential)
    {
        try
        {
            return key.Decrypt(LearnerKey.Column.CredentialSigned, credential.Id, credential.Signed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
