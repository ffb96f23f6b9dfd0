using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>An answer that is a file, always to be saved and never to be shown in place: whoever sent it decided what is in it.</summary>
internal sealed class GivenFile(CredentialsDb db, LearnerVault vault, FoundFile found) : IActionResult
{
    /// <summary>The answer; null where an issuer has no such file, or nobody can open it any more.</summary>
    public static async Task<GivenFile?> FindAsync(CredentialsDb db, LearnerVault vault, string issuerId, string id, string fileId, CancellationToken cancellationToken) =>
        await FoundFile.FindAsync(db, issuerId, id, fileId, cancellationToken) is { } found && found.Learner.WrappedKey is not null ? new GivenFile(db, vault, found) : null;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        using var key = vault.Open(found.Learner)!;
        var details = StoredFiles.DetailsOf(found.Row, key);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(details.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.ContentType = found.Row.MediaType;
        response.ContentLength = found.Row.Size;
        await foreach (var part in StoredFiles.ReadAsync(db, found.Row, details, key))
        {
            await response.Body.WriteAsync(part, context.HttpContext.RequestAborted);
        }
    }
}
