using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Awards;

/// <summary>The decision that a learner earned an achievement: the one source of every document.</summary>
public sealed record Award
{
    private Award()
    {
    }

    /// <summary>Who awards.</summary>
    public required Issuer Issuer { get; init; }

    /// <summary>What was earned, in the version that was in force.</summary>
    public required AchievementVersion Achievement { get; init; }

    /// <summary>Who earned it.</summary>
    public required Learner Learner { get; init; }

    /// <summary>When it was earned.</summary>
    public required DateTimeOffset AwardedOn { get; init; }

    /// <summary>When the documents are issued, in whole seconds, UTC.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>From when the documents are valid, in whole seconds, UTC: the instant of issuing unless the proposal says another.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when, or null for ever.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the learning took place.</summary>
    public Activity? Activity { get; init; }

    /// <summary>Results of the assessment.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>Evidence of the learning.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What the assessor says about this award.</summary>
    public string? Narrative { get; init; }

    /// <summary>The achievements that it consists of, where it follows from a pathway.</summary>
    public IReadOnlyList<AwardPart> Parts { get; init; } = [];

    /// <summary>Decides whether a proposal may become an award of this achievement.</summary>
    /// <param name="proposal">What is asked for.</param>
    /// <param name="issuer">Who would award.</param>
    /// <param name="achievement">The version in force.</param>
    /// <param name="formats">The names of the formats that can be issued.</param>
    /// <param name="now">The instant of issuing.</param>
    /// <returns>The award, or every reason against it with a pointer into the request of <c>POST /api/v1/awards</c>.</returns>
    public static Decision<Award> Decide(AwardProposal proposal, Issuer issuer, AchievementVersion achievement, IReadOnlyCollection<string> formats, DateTimeOffset now)
    {
        List<Refusal> refusals = [.. AnnexI.WhyNot(achievement.Content, issuer, "/achievement"), .. AwardRules.Check(proposal, achievement, formats, now)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        return Decided(proposal, issuer, achievement, now);
    }

    /// <summary>An award that was decided before, as it was decided then; it is not judged again.</summary>
    /// <param name="proposal">What was asked for.</param>
    /// <param name="issuer">Who awarded.</param>
    /// <param name="achievement">The version that was in force.</param>
    /// <param name="issuedAt">The instant of issuing.</param>
    public static Award Decided(AwardProposal proposal, Issuer issuer, AchievementVersion achievement, DateTimeOffset issuedAt) => new()
    {
        Issuer = issuer,
        Achievement = achievement,
        Learner = proposal.Learner,
        AwardedOn = proposal.AwardedOn,
        IssuedAt = WholeSecond(issuedAt),
        ValidFrom = WholeSecond(proposal.ValidFrom ?? issuedAt),
        ValidUntil = EndOf(proposal, achievement),
        Activity = proposal.Activity,
        Results = proposal.Results,
        Evidence = proposal.Evidence,
        Narrative = proposal.Narrative,
        Parts = proposal.Parts,
    };

    /// <summary>The end of validity: as the proposal says, else a period after the beginning that it says, else after the award.</summary>
    internal static DateTimeOffset? EndOf(AwardProposal proposal, AchievementVersion achievement) =>
        proposal.ValidUntil ?? achievement.Content.Validity?.EndFor(proposal.ValidFrom ?? proposal.AwardedOn);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "Award ***";

    // RFC 7519 NumericDate and OB 3.0 validFrom must agree, so instants in documents are whole seconds.
    private static DateTimeOffset WholeSecond(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
