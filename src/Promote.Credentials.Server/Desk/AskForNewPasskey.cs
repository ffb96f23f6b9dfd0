using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk;

/// <summary>The question for a new passkey, put to whoever works here and showed a moment ago who they are.</summary>
[DeskPage]
internal sealed class AskForNewPasskey(AddPasskey add, TimeProvider time) : ControllerBase
{
    [HttpPost("/desk/passkeys/challenge"), RequestSizeLimit(4096)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var signedIn = HttpContext.Features.GetRequiredFeature<SignedIn>();
        if (HttpContext.Client.Scopes.Count == 0 || !signedIn.IsFresh(time.GetUtcNow()))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var question = await add.AskAsync(signedIn, HttpContext, cancellationToken);
        PasskeyCookie.Write(HttpContext, question.Challenge);
        return Content(question.Options, "application/json");
    }
}
