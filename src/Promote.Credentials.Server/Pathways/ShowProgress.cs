using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>How far a learner is on a pathway, step by step: as JSON, or as a picture. Who it is about stands in the body, never in the address.</summary>
internal sealed class ShowProgress(CredentialsDb db, LearnersProgress progress, CompletedPathways completions) : ControllerBase
{
    private static readonly AnswerForms Forms = new(("json", "application/json"), ("svg", "image/svg+xml"));

    [HttpPost("/api/v1/pathways/{id}/progress"), Access(Scope.PathwaysRead), Access(Scope.AwardsRead)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] AboutLearner body, CancellationToken cancellationToken)
    {
        var form = Forms.Of(Request);
        if (!form.Granted)
        {
            return new Refused(form.Refusals);
        }

        var issuerId = HttpContext.Client.IssuerId;
        var row = RandomId.IsOne(id) ? await db.Pathways.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == issuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (body is { Identifier: null, Email: null })
        {
            return new Refused(RefusalCode.MissingField, "", "Give the learner's identifier, e-mail address, or both.");
        }

        var content = StoredJson.Read<PathwayContent>(row.Content);
        var learner = new Learner { GivenName = "", FamilyName = "", Identifier = body.Identifier, Email = body.Email };
        var (root, achievements) = await progress.OfAsync(issuerId, content, learner, cancellationToken);
        if (form.Value.Name == "svg")
        {
            return File(Encoding.UTF8.GetBytes(ProgressSvg.Draw(content, root, achievements, "en", StepAnswer.WhyOf)), form.Value.MediaType);
        }

        var award = await completions.AwardOfAsync(row, learner, cancellationToken);
        var holds = award is not null && await db.Awards.AnyAsync(one => one.Id == award && one.RevokedAt == null, cancellationToken);
        return Ok(new ProgressAnswer(id, StepAnswer.Of(root, achievements), award, NeedsDecision: holds && root.State != StepState.Met));
    }

    /// <summary>Who is asked about.</summary>
    internal sealed record AboutLearner
    {
        public string? Identifier { get; init; }

        public string? Email { get; init; }

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "AboutLearner ***";
    }

    /// <summary>How far a learner is.</summary>
    /// <param name="Pathway">Id of the pathway.</param>
    /// <param name="Progress">The step that is the whole.</param>
    /// <param name="Award">Id of the award that followed from its completion.</param>
    /// <param name="NeedsDecision">Whether that award holds although the pathway is not met any more: somebody has to look.</param>
    internal sealed record ProgressAnswer(string Pathway, StepAnswer Progress, string? Award, bool NeedsDecision);
}
