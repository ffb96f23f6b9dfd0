using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.People;

namespace Promote.Credentials.Server.Desk;

/// <summary>Ends the session.</summary>
[DeskPage(Stage = Stage.Password)]
internal sealed class SignOut(Sessions sessions) : ControllerBase
{
    [HttpPost("/desk/sign-out"), RequestSizeLimit(4096)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAsync(HttpContext.Features.GetRequiredFeature<SignedIn>(), cancellationToken);
        SessionCookie.Delete(HttpContext);
        return Redirect("/desk/sign-in");
    }
}
