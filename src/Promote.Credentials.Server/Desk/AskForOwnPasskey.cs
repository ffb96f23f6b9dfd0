using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.People;

namespace Promote.Credentials.Server.Desk;

/// <summary>The same question in a session: for a passkey of whoever is signed in.</summary>
[DeskPage]
internal sealed class AskForOwnPasskey(CheckPasskey check) : ControllerBase
{
    [HttpPost("/desk/confirm/challenge"), RequestSizeLimit(4096)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var question = await check.AskAsync(HttpContext.Features.GetRequiredFeature<SignedIn>(), HttpContext, cancellationToken);
        PasskeyCookie.Write(HttpContext, question.Challenge);
        return Content(question.Options, "application/json");
    }
}
