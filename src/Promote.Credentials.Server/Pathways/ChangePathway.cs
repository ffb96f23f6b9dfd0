using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Changes a pathway.</summary>
internal sealed class ChangePathway(PathwayLife life) : ControllerBase
{
    [HttpPut("/api/v1/pathways/{id}"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] PathwayContent content, CancellationToken cancellationToken)
    {
        var done = await life.ChangeAsync(Request, HttpContext.Client, id, content, cancellationToken);
        if (!done.Granted)
        {
            return new Refused(done.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(done.Value.Revision);
        return Ok(PathwayAnswer.Of(done.Value));
    }
}
