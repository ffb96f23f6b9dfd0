using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.People;

/// <summary>Gives somebody other roles, or none, which removes them from the issuer.</summary>
internal sealed class ChangeRoles(GiveRoles give) : ControllerBase
{
    [HttpPut("/api/v1/people/{id}"), Access(Scope.PeopleManage)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] NewRoles body, CancellationToken cancellationToken)
    {
        var given = await give.RunAsync(HttpContext.Client, id, body, cancellationToken);
        return given.Granted ? Ok(given.Value) : new Refused(given.Refusals);
    }
}
