using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>The files that show what an assessor saw, for the API and for the desk: added, told of, removed.</summary>
internal sealed class EvidenceFiles(CredentialsDb db, LearnerVault vault, KeptFiles files, TimeProvider time)
{
    private const int MaxName = 200;

    /// <summary>Keeps a file while the assessment is with its assessor.</summary>
    /// <param name="client">Who sends it.</param>
    /// <param name="id">Of which assessment.</param>
    /// <param name="contentType">What it is said to be, as a header has it.</param>
    /// <param name="contentDisposition">A header that names it; null where it has no name.</param>
    /// <param name="content">Its bytes, read as they come in.</param>
    /// <param name="cancellationToken">Counts until it is complete.</param>
    public async Task<Decision<AssessmentFileAnswer>> AddAsync(
        Client client, string id, string? contentType, string? contentDisposition, Stream content, CancellationToken cancellationToken)
    {
        if (await FoundAssessment.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } found)
        {
            return Refused.Nothing;
        }

        if (AssessmentLife.WhyNot(found.Row.State, AssessmentStep.Record) is { } wrongState)
        {
            return wrongState;
        }

        if (FileKind.Of(MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType.Value : null) is not { } kind)
        {
            return new Refusal(RefusalCode.UnsupportedMediaType, "", "Send the file as application/pdf, image/png, image/jpeg or image/webp.");
        }

        if (NameOf(contentDisposition, kind) is not { } name)
        {
            return new Refusal(RefusalCode.InvalidValue, "", $"Content-Disposition names the file in at most {MaxName} letters, without control characters.");
        }

        using var key = vault.Open(found.LearnerRow);
        if (key is null)
        {
            return new Refusal(RefusalCode.WrongState, "", "The learner was erased: there is nobody to assess.");
        }

        var kept = await files.KeepAsync(id, name, kind, content, key, cancellationToken);
        if (kept.Granted)
        {
            db.Audit.Add(client.DidBecause("assessment.fileAdded", id, time.GetStoredNow(), reason: null, found.LearnerRow.Id, key, new { file = kept.Value.Id }));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return kept;
    }

    /// <summary>The complete files of an assessment, the first first; none once the learner is erased.</summary>
    public async Task<IReadOnlyList<AssessmentFileAnswer>> ListAsync(FoundAssessment found, CancellationToken cancellationToken)
    {
        using var key = vault.Open(found.LearnerRow);
        var rows = key is null ? [] : await db.AssessmentFiles.AsNoTracking().Where(row => row.AssessmentId == found.Row.Id && row.CompletedAt != null).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => AssessmentFileAnswer.Of(row, StoredFiles.DetailsOf(row, key!)));
    }

    /// <summary>Deletes a file while the assessment is still with its assessor and names it nowhere; answers its id.</summary>
    public async Task<Decision<string>> RemoveAsync(Client client, string id, string fileId, CancellationToken cancellationToken)
    {
        if (await FoundFile.FindAsync(db, client.IssuerId, id, fileId, cancellationToken) is null
            || await FoundAssessment.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } assessment)
        {
            return Refused.Nothing;
        }

        if (AssessmentLife.WhyNot(assessment.Row.State, AssessmentStep.Record) is { } wrongState)
        {
            return wrongState;
        }

        if (assessment.Recorded?.Content.Files.Contains(fileId) == true)
        {
            return new Refusal(RefusalCode.WrongState, "", "The assessment names this file: record it without first.");
        }

        await files.ForgetAsync(fileId);
        db.Audit.Add(client.DidBecause("assessment.fileDeleted", id, time.GetStoredNow(), reason: null, assessment.LearnerRow.Id, key: null, new { file = fileId }));
        await db.SaveChangesAsync(CancellationToken.None);
        return fileId;
    }

    // The last part of a path that an old browser sent with it; a file without a name gets that of its kind.
    private static string? NameOf(string? contentDisposition, FileKind kind)
    {
        if (contentDisposition is null)
        {
            return $"file{kind.Extension}";
        }

        if (!ContentDispositionHeaderValue.TryParse(contentDisposition, out var disposition))
        {
            return null;
        }

        var named = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value! : HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
        var name = named[(named.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is 0 or > MaxName || name.Any(char.IsControl) ? null : name;
    }
}
