using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>
/// Keeps files part by part, each encrypted with the learner's key as it comes in: neither the memory nor the disk ever has a whole
/// one in the clear, and whoever sends slowly keeps nobody else from writing.
/// </summary>
internal sealed class KeptFiles(CredentialsDb db, TimeProvider time)
{
    /// <summary>How large a file may be.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>How many an assessment may have.</summary>
    public const int MaxFiles = 10;

    private const int PartBytes = 256 * 1024;

    /// <summary>Reads a file to its end and keeps it, or answers why not; then nothing of it is kept.</summary>
    /// <param name="assessmentId">Whose file it is.</param>
    /// <param name="name">What the assessor calls it.</param>
    /// <param name="kind">What it is said to be.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="key">The key of the learner.</param>
    /// <param name="cancellationToken">Counts until it is complete.</param>
    public async Task<Decision<AssessmentFileAnswer>> KeepAsync(
        string assessmentId, string name, FileKind kind, Stream content, LearnerKey key, CancellationToken cancellationToken)
    {
        if (await BeginAsync(assessmentId, kind, cancellationToken) is not { } row)
        {
            return new Refusal(RefusalCode.WrongState, "", $"An assessment has at most {MaxFiles} files: delete one first.");
        }

        try
        {
            var (details, refusal) = await ReadAsync(row, name, kind.Examine(), content, key, cancellationToken);
            if (refusal is null)
            {
                row.Details = key.Encrypt(LearnerKey.Column.FileDetails, row.Id, StoredJson.WriteUtf8(details!));
                row.CompletedAt = time.GetStoredNow();
                await db.SaveChangesAsync(cancellationToken);
                return AssessmentFileAnswer.Of(row, details!);
            }

            await DropAsync(row);
            return refusal;
        }
        catch
        {
            await DropAsync(row);
            throw;
        }
    }

    // What was counted of it is not stored with whatever is stored next.
    private Task DropAsync(AssessmentFileRow row)
    {
        db.Entry(row).State = EntityState.Detached;
        return ForgetAsync(row.Id);
    }

    /// <summary>Deletes a file and its parts.</summary>
    public Task ForgetAsync(string id) => db.AssessmentFiles.Where(row => row.Id == id).ExecuteDeleteAsync(CancellationToken.None);

    private async Task<AssessmentFileRow?> BeginAsync(string assessmentId, FileKind kind, CancellationToken cancellationToken)
    {
        while (true)
        {
            var taken = await db.AssessmentFiles.Where(row => row.AssessmentId == assessmentId).Select(row => row.Place).ToListAsync(cancellationToken);
            if (taken.Count >= MaxFiles)
            {
                return null;
            }

            var row = new AssessmentFileRow
            {
                Id = RandomId.New(), AssessmentId = assessmentId, Place = Enumerable.Range(0, MaxFiles).Except(taken).First(), MediaType = kind.MediaType, CreatedAt = time.GetStoredNow(),
            };
            db.AssessmentFiles.Add(row);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return row;
            }
            catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out _))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(FileDetails? Details, Refusal? Refusal)> ReadAsync(
        AssessmentFileRow row, string name, FileExaminer examiner, Stream content, LearnerKey key, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var number = 0; ; number++)
            {
                var length = await content.ReadAtLeastAsync(buffer.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken);
                var part = buffer.AsSpan(0, length);
                examiner.Add(part);
                hash.AppendData(part);
                if (number == 0 && examiner.WhyNotBegun() is { } other)
                {
                    return (null, new Refusal(RefusalCode.InvalidValue, "", other));
                }

                if (row.Size + length > MaxBytes)
                {
                    return (null, new Refusal(RefusalCode.TooLarge, "", $"A file has at most {MaxBytes} bytes."));
                }

                if (length > 0)
                {
                    await AddPartAsync(row.Id, number, key.Encrypt(LearnerKey.Column.FilePart, StoredFiles.Place(row.Id, number), part), cancellationToken);
                    row.Size += length;
                }

                if (length < PartBytes)
                {
                    return examiner.WhyNotEnded() is { } broken
                        ? (null, new Refusal(RefusalCode.InvalidValue, "", broken))
                        : (new FileDetails(name, Convert.ToHexStringLower(hash.GetHashAndReset()), length > 0 ? number + 1 : number), null);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private async Task AddPartAsync(string fileId, int number, byte[] encrypted, CancellationToken cancellationToken)
    {
        var part = new AssessmentFilePartRow { FileId = fileId, Number = number, Bytes = encrypted };
        db.AssessmentFileParts.Add(part);
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(part).State = EntityState.Detached;
    }
}
