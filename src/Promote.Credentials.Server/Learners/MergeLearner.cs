using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Learners;

/// <summary>Says that another learner is the same person; repeating it changes nothing.</summary>
internal sealed class MergeLearner(MakeOneLearner makeOne) : ControllerBase
{
    [HttpPost("/api/v1/learners/{id}/merge"), Access(Scope.LearnersErase)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] OtherLearner body, CancellationToken cancellationToken)
    {
        var merged = await makeOne.RunAsync(HttpContext.Client, id, body.Learner, cancellationToken);
        return merged.Granted ? Ok(merged.Value) : new Refused(merged.Refusals);
    }

    /// <summary>Who else the learner is.</summary>
    internal sealed record OtherLearner
    {
        /// <summary>The id of the other one.</summary>
        public required string Learner { get; init; }
    }
}
