using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Deletes a file while the assessment is still with its assessor and names it nowhere.</summary>
internal sealed class DeleteFile(EvidenceFiles files) : ControllerBase
{
    [HttpDelete("/api/v1/assessments/{id}/files/{fileId}"), Access(Scope.AssessmentsWrite)]
    public async Task<IActionResult> RunAsync(string id, string fileId, CancellationToken cancellationToken)
    {
        var removed = await files.RemoveAsync(HttpContext.Client, id, fileId, cancellationToken);
        return removed.Granted ? NoContent() : new Refused(removed.Refusals);
    }
}
