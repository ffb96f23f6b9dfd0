using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Gives a file to the issuer's people.</summary>
internal sealed class GetFile(CredentialsDb db, LearnerVault vault) : ControllerBase
{
    [HttpGet("/api/v1/assessments/{id}/files/{fileId}"), Access(Scope.AssessmentsRead)]
    public async Task<IActionResult> RunAsync(string id, string fileId, CancellationToken cancellationToken) =>
        await GivenFile.FindAsync(db, vault, HttpContext.Client.IssuerId, id, fileId, cancellationToken) is { } given ? given : Refused.NotFound();
}
