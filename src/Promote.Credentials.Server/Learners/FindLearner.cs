using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Learners;

/// <summary>Finds a learner by what the issuer knows them by. It stands in the body: an address would be in logs.</summary>
internal sealed class FindLearner(CredentialsDb db, KnownLearners learners) : ControllerBase
{
    [HttpPost("/api/v1/learners/find"), Access(Scope.LearnersRead)]
    public async Task<IActionResult> RunAsync([FromBody] LearnerIdentity body, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Identifier) == string.IsNullOrWhiteSpace(body.Email))
        {
            return new Refused(RefusalCode.MissingField, "", "Give either identifier, the learner's id on your platform, or email: both could be those of two learners.");
        }

        var issuerId = HttpContext.Client.IssuerId;
        var named = await learners.FindAsync(issuerId, new Learner { GivenName = "", FamilyName = "", Identifier = body.Identifier, Email = body.Email }, cancellationToken);
        if (named.Known is not { } learner)
        {
            return Refused.NotFound();
        }

        var ids = (await learners.OneWithAsync(learner.Id, cancellationToken)).ConvertAll(row => row.Id);
        return Ok(new FoundLearner(
            learner.Id,
            await db.Awards.Where(row => ids.Contains(row.LearnerId)).OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancellationToken),
            await db.Assessments.Where(row => ids.Contains(row.LearnerId)).OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancellationToken)));
    }

    /// <summary>What an issuer knows somebody by.</summary>
    internal sealed record LearnerIdentity
    {
        public string? Identifier { get; init; }

        public string? Email { get; init; }

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "LearnerIdentity ***";
    }

    /// <summary>A learner of the issuer.</summary>
    /// <param name="Id">What to export or erase them by; says nothing about the person.</param>
    /// <param name="Awards">Ids of their awards, and of those of whoever was merged into them.</param>
    /// <param name="Assessments">Ids of their assessments, likewise.</param>
    internal sealed record FoundLearner(string Id, IReadOnlyList<string> Awards, IReadOnlyList<string> Assessments);
}
