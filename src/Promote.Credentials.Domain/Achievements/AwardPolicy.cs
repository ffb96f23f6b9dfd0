namespace Promote.Credentials.Domain.Achievements;

/// <summary>What an achievement asks for before it may be awarded.</summary>
public sealed record AwardPolicy
{
    /// <summary>Whether at least one piece of evidence is needed.</summary>
    public bool EvidenceRequired { get; init; }

    /// <summary>Whether every result description needs a result.</summary>
    public bool ResultsRequired { get; init; }
}
