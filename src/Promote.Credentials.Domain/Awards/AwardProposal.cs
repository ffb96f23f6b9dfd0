using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Domain.Awards;

/// <summary>What somebody asks to be awarded; not yet checked against the achievement.</summary>
public sealed record AwardProposal
{
    /// <summary>Who is to be awarded.</summary>
    public required Learner Learner { get; init; }

    /// <summary>When the learner earned it.</summary>
    public required DateTimeOffset AwardedOn { get; init; }

    /// <summary>From when the documents are to be valid, not before <see cref="AwardedOn"/>; null for the moment of issuing.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>An end of validity that replaces the achievement's own rule.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the learning took place.</summary>
    public Activity? Activity { get; init; }

    /// <summary>Results of the assessment.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>Evidence of the learning.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What the assessor says about this award; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Names of the formats to issue, such as <c>ob3</c>; at least one.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>Whether the learner gets a mail with the link to the credential.</summary>
    public bool Notify { get; init; } = true;

    /// <summary>The assessment that it follows from; null when nobody assessed here.</summary>
    public ConfirmedAssessment? Assessment { get; init; }

    /// <summary>Whether whoever asks answers for an assessment that was made elsewhere.</summary>
    public bool Vouched { get; init; }

    /// <summary>What a larger award consists of, where it follows from a pathway.</summary>
    public IReadOnlyList<AwardPart> Parts { get; init; } = [];
}
