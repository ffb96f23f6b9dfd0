using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Creates a pathway as a draft.</summary>
internal sealed class CreatePathway(PathwayLife life) : ControllerBase
{
    [HttpPost("/api/v1/pathways"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync([FromBody] PathwayContent content, CancellationToken cancellationToken)
    {
        var done = await life.CreateAsync(HttpContext.Client, content, cancellationToken);
        if (!done.Granted)
        {
            return new Refused(done.Refusals);
        }

        Response.Headers.ETag = EntityTag.Of(done.Value.Revision);
        return Created($"/api/v1/pathways/{done.Value.Id}", PathwayAnswer.Of(done.Value));
    }
}
