using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Gives a file to the issuer's people, always to be saved and never to be shown in place: whoever sent it decided what is in it.</summary>
internal sealed class GetFile(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    [HttpGet("/api/v1/assessments/{id}/files/{fileId}"), Access(Scope.AssessmentsRead)]
    public async Task<IActionResult> RunAsync(string id, string fileId, CancellationToken cancellationToken)
    {
        if (await FoundFile.FindAsync(db, HttpContext.Client.IssuerId, id, fileId, cancellationToken) is not { } found || vault.Open(found.Learner) is not { } openedKey)
        {
            return Refused.NotFound();
        }

        using var key = openedKey;
        var details = StoredFiles.DetailsOf(found.Row, key);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(details.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.ContentType = found.Row.MediaType;
        Response.ContentLength = found.Row.Size;
        await foreach (var part in StoredFiles.ReadAsync(db, found.Row, details, key))
        {
            await Response.Body.WriteAsync(part, cancellationToken);
        }

        return new EmptyResult();
    }
}
