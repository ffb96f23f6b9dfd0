using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Learners;

/// <summary>Erases a learner for ever; repeating it changes nothing and finishes what was interrupted.</summary>
internal sealed class EraseLearner(EraseEverything erase) : ControllerBase
{
    [HttpPost("/api/v1/learners/{id}/erase"), Access(Scope.LearnersErase)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] Erasure body, CancellationToken cancellationToken)
    {
        var erased = await erase.RunAsync(HttpContext.Client, id, body.Reason, cancellationToken);
        return erased.Granted ? Ok(erased.Value) : new Refused(erased.Refusals);
    }

    /// <summary>Why.</summary>
    internal sealed record Erasure
    {
        public required ErasureReason Reason { get; init; }
    }
}
