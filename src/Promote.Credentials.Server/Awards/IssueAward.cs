using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Awards;

/// <summary>Awards a published achievement to a learner and issues the documents.</summary>
internal sealed class IssueAward(AwardByClient award, PromoteSettings settings) : ControllerBase
{
    [HttpPost("/api/v1/awards"), Access(Scope.AwardsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] NewAward body, CancellationToken cancellationToken)
    {
        if (!IdempotencyHeader.TryRead(HttpContext, out var token))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var decision = await award.RunAsync(HttpContext.Client, body.Achievement, body.ToProposal(), token, cancellationToken);
        return decision.Granted ? IssuedAnswer.Of(decision.Value, settings) : new Refused(decision.Refusals);
    }

    /// <summary>What is asked for. A date is taken as its first instant in UTC.</summary>
    internal sealed record NewAward
    {
        public required string Achievement { get; init; }

        public required Learner Learner { get; init; }

        public required DateTimeOffset AwardedOn { get; init; }

        public DateTimeOffset? ValidFrom { get; init; }

        public DateTimeOffset? ValidUntil { get; init; }

        public Activity? Activity { get; init; }

        public IReadOnlyList<Result> Results { get; init; } = [];

        public IReadOnlyList<Evidence> Evidence { get; init; } = [];

        public string? Narrative { get; init; }

        public IReadOnlyList<string> Formats { get; init; } = [FormatList.OpenBadges3];

        public bool Notify { get; init; } = true;

        public AwardProposal ToProposal() => new()
        {
            Learner = Learner,
            AwardedOn = AwardedOn,
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Activity = Activity,
            Results = Results,
            Evidence = Evidence,
            Narrative = Narrative,
            Formats = Formats,
            Notify = Notify,
        };

        /// <summary>Says nothing, so that no log or message can show a person.</summary>
        public override string ToString() => "NewAward ***";
    }
}
