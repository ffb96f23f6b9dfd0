using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Learners;

/// <summary>
/// Everything that is held of a learner, and of whoever was merged with them: <c>learner.json</c>, the signed documents and the files of
/// assessments, one at a time.
/// </summary>
internal sealed class ExportOfLearner(CredentialsDb db, LearnerVault vault, KnownLearners learners)
{
    /// <summary>A learner of the issuer that was not erased, first, and all who were merged into them; empty where there is none.</summary>
    public async Task<IReadOnlyList<LearnerRow>> FindAsync(string issuerId, string id, CancellationToken cancellationToken) =>
        !RandomId.IsOne(id) || !await db.Learners.AnyAsync(row => row.Id == id && row.IssuerId == issuerId && row.WrappedKey != null, cancellationToken) ? []
        : [.. (await learners.OneWithAsync(id, cancellationToken)).Where(row => row.WrappedKey is not null).OrderBy(row => row.MergedInto is not null)];

    /// <summary>Writes the ZIP.</summary>
    public async Task WriteAsync(IReadOnlyList<LearnerRow> person, Stream output, CancellationToken cancellationToken)
    {
        var keys = person.ToDictionary(row => row.Id, row => vault.Open(row)!, StringComparer.Ordinal);
        try
        {
            await WriteAsync(person, keys, output, cancellationToken);
        }
        finally
        {
            foreach (var key in keys.Values)
            {
                key.Dispose();
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<LearnerRow> person, Dictionary<string, LearnerKey> keys, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var rows = person.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var awards = await db.Awards.AsNoTracking().Where(row => keys.Keys.Contains(row.LearnerId)).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        var assessments = await db.Assessments.AsNoTracking().Where(row => keys.Keys.Contains(row.LearnerId)).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        var first = person[0];
        var content = new
        {
            first.Id,
            first.CreatedAt,
            Learner = learners.ProfileOf(first),
            Merged = person.Skip(1).Select(row => new { row.Id, row.CreatedAt, Learner = learners.ProfileOf(row) }),
            Awards = await ListAsync(awards, award => AwardAsync(award, rows[award.LearnerId], zip, keys[award.LearnerId], cancellationToken)),
            Assessments = await ListAsync(assessments, assessment => AssessmentAsync(assessment, zip, keys[assessment.LearnerId], cancellationToken)),
            Audit = await AuditAsync(first.IssuerId, [.. awards.Select(row => row.Id), .. assessments.Select(row => row.Id), .. keys.Keys], keys, cancellationToken),
        };
        await AddAsync(zip, "learner.json", StoredJson.WriteUtf8(content), cancellationToken);
    }

    private async Task<object> AwardAsync(AwardRow row, LearnerRow learner, ZipArchive zip, LearnerKey key, CancellationToken cancellationToken)
    {
        var documents = new List<string>();
        foreach (var credential in await db.Credentials.AsNoTracking().Where(credential => credential.AwardId == row.Id && credential.State == IssuingState.Issued).ToListAsync(cancellationToken))
        {
            var signed = key.Decrypt(LearnerKey.Column.CredentialSigned, credential.Id, credential.Signed);
            var name = $"documents/{row.Id}.{credential.Format}.{(signed is [(byte)'{', ..] ? "json" : "jwt")}";
            documents.Add(name);
            await AddAsync(zip, name, signed, cancellationToken);
        }

        return new
        {
            row.Id, row.State, row.AchievementId, row.AchievementVersion, row.CreatedAt, row.IssuedAt, row.ClaimedAt, row.ValidUntil, row.Status, row.StatusReason, row.StatusSince,
            row.Vouched, row.AssessmentId, Recorded = RecordedProposal.Read(vault, learner, row), documents,
            ShareLinks = await db.ShareLinks.AsNoTracking().Where(link => link.AwardId == row.Id)
                .Select(link => new { link.ShowsName, link.ShowsResults, link.CreatedAt, link.ExpiresAt, link.RevokedAt }).ToListAsync(cancellationToken),
            Mails = await db.Deliveries.AsNoTracking().Where(mail => mail.AwardId == row.Id).Select(mail => new { mail.Request, mail.State, mail.CreatedAt, mail.SentAt }).ToListAsync(cancellationToken),
        };
    }

    private async Task<object> AssessmentAsync(AssessmentRow row, ZipArchive zip, LearnerKey key, CancellationToken cancellationToken)
    {
        var files = new List<object>();
        foreach (var file in await db.AssessmentFiles.AsNoTracking().Where(file => file.AssessmentId == row.Id && file.CompletedAt != null).OrderBy(file => file.Place).ToListAsync(cancellationToken))
        {
            // By its id: a name that somebody gave it could lead out of the folder that it is unpacked into.
            var (details, name) = (StoredFiles.DetailsOf(file, key), $"files/{file.Id}.{file.MediaType.Split('/')[1]}");
            await using (var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken))
            {
                await foreach (var part in StoredFiles.ReadAsync(db, file, details, key))
                {
                    await entry.WriteAsync(part, cancellationToken);
                }
            }

            files.Add(new { file.Id, details.Name, file.MediaType, file.Size, details.Sha256, file.CreatedAt, Entry = name });
        }

        return new
        {
            row.Id, row.State, row.Kind, row.AchievementId, row.AchievementVersion, row.CreatedAt, row.UpdatedAt, row.DecidedAt,
            Recorded = StoredJson.Read<RecordedAssessment>(key.Decrypt(LearnerKey.Column.AssessmentDetails, row.Id, row.Details)), files,
        };
    }

    private async Task<IReadOnlyList<AuditItem>> AuditAsync(string issuerId, List<string> subjects, Dictionary<string, LearnerKey> keys, CancellationToken cancellationToken)
    {
        var rows = await db.Audit.AsNoTracking().Where(row => row.IssuerId == issuerId && (keys.Keys.Contains(row.LearnerId!) || subjects.Contains(row.Subject))).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => AuditItem.Of(row, row.LearnerId is null ? null : keys.GetValueOrDefault(row.LearnerId)));
    }

    private static async Task<IReadOnlyList<object>> ListAsync<T>(IEnumerable<T> rows, Func<T, Task<object>> describe)
    {
        var all = new List<object>();
        foreach (var row in rows)
        {
            all.Add(await describe(row));
        }

        return all;
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }
}
