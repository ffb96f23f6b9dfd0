using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Takes a file that shows what an assessor saw, sent as it is; its name stands in <c>Content-Disposition</c>, because an address would be in logs.</summary>
internal sealed class UploadFile(EvidenceFiles files) : ControllerBase
{
    [HttpPost("/api/v1/assessments/{id}/files"), Access(Scope.AssessmentsWrite), RequestSizeLimit(KeptFiles.MaxBytes)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var disposition = Request.Headers.ContentDisposition;
        var kept = await files.AddAsync(HttpContext.Client, id, Request.ContentType, disposition.Count == 0 ? null : disposition.ToString(), Request.Body, cancellationToken);
        return kept.Granted ? Created($"/api/v1/assessments/{id}/files/{kept.Value.Id}", kept.Value) : new Refused(kept.Refusals);
    }
}
