using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Puts a pathway in force.</summary>
internal sealed class PublishPathway(PathwayLife life) : ControllerBase
{
    [HttpPost("/api/v1/pathways/{id}/publish"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var done = await life.PublishAsync(Request, HttpContext.Client, id, cancellationToken);
        if (!done.Granted)
        {
            return new Refused(done.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(done.Value.Revision);
        return Ok(PathwayAnswer.Of(done.Value));
    }
}
