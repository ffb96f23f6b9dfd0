using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.People;

namespace Promote.Credentials.Server.Desk;

/// <summary>The question that the script of sign-in passes on to the browser: for any passkey of this service.</summary>
[DeskPage(Stage = Stage.Outside)]
internal sealed class AskForPasskey(CheckPasskey check) : ControllerBase
{
    [HttpPost("/desk/sign-in/challenge"), RequestSizeLimit(4096)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var question = await check.AskAsync(signedIn: null, HttpContext, cancellationToken);
        PasskeyCookie.Write(HttpContext, question.Challenge);
        return Content(question.Options, "application/json");
    }
}
