using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Limits;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Verification.Holders;

namespace Promote.Credentials.Server.Public;

/// <summary>Whether a credential was issued to a person, for programs. People send the form of the page to the same address.</summary>
[AsksAboutHolder]
internal sealed class AskHolder(VerificationLinks links, VerifyStored verify, HolderOfCredential holder) : ControllerBase
{
    [HttpPost("/v/{id}/holder"), Consumes("application/json"), RequestSizeLimit(4096)]
    public async Task<IActionResult> RunAsync(string id, Question question, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, cancellationToken) is not { Stored: var stored })
        {
            return NotHere.Problem;
        }

        return HolderOfCredential.Typed(question.Holder) is { } typed
            ? Ok(new Answer(await holder.IsAsync(typed, stored.Award, await verify.RunAsync(stored, cancellationToken), cancellationToken)))
            : new Refused(RefusalCode.InvalidValue, "/holder", $"A name or an e-mail address has 1 to {HolderMatch.MaxLength} characters.");
    }

    /// <param name="Holder">A name or an e-mail address.</param>
    internal sealed record Question(string Holder)
    {
        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "Question ***";
    }

    /// <param name="Match">Whether it is the holder's.</param>
    internal sealed record Answer(bool Match);
}
