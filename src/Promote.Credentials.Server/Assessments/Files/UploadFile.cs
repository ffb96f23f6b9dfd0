using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Takes a file that shows what an assessor saw, sent as it is; its name stands in <c>Content-Disposition</c>, because an address would be in logs.</summary>
internal sealed class UploadFile(CredentialsDb db, LearnerVault vault, KeptFiles files, TimeProvider time) : ControllerBase
{
    private const int MaxName = 200;

    [HttpPost("/api/v1/assessments/{id}/files"), Access(Scope.AssessmentsWrite), RequestSizeLimit(KeptFiles.MaxBytes)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await FoundAssessment.FindAsync(db, vault, HttpContext.Client.IssuerId, id, cancellationToken) is not { } found)
        {
            return Refused.NotFound();
        }

        if (AssessmentLife.WhyNot(found.Row.State, AssessmentStep.Record) is { } wrongState)
        {
            return new Refused(wrongState);
        }

        if (FileKind.Of(MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) ? type.MediaType.Value : null) is not { } kind)
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", "Send the file as application/pdf, image/png, image/jpeg or image/webp.");
        }

        if (NameOf(Request, kind) is not { } name)
        {
            return new Refused(RefusalCode.InvalidValue, "", $"Content-Disposition names the file in at most {MaxName} letters, without control characters.");
        }

        using var key = vault.Open(found.LearnerRow);
        if (key is null)
        {
            return new Refused(RefusalCode.WrongState, "", "The learner was erased: there is nobody to assess.");
        }

        var kept = await files.KeepAsync(id, name, kind, Request.Body, key, cancellationToken);
        if (!kept.Granted)
        {
            return new Refused(kept.Refusals);
        }

        db.Audit.Add(HttpContext.Client.DidBecause("assessment.fileAdded", id, time.GetStoredNow(), reason: null, found.LearnerRow.Id, key, new { file = kept.Value.Id }));
        await db.SaveChangesAsync(CancellationToken.None);
        return Created($"/api/v1/assessments/{id}/files/{kept.Value.Id}", kept.Value);
    }

    // The last part of a path that an old browser sent with it; a file without a name gets that of its kind.
    private static string? NameOf(HttpRequest request, FileKind kind)
    {
        if (request.Headers.ContentDisposition.Count == 0)
        {
            return $"file{kind.Extension}";
        }

        if (!ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition))
        {
            return null;
        }

        var named = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value! : HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
        var name = named[(named.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is 0 or > MaxName || name.Any(char.IsControl) ? null : name;
    }
}
