using Promote.Credentials.Domain.Awards;

namespace Promote.Credentials.Domain.Assessments;

/// <summary>One piece of a portfolio: an experience outside courses that shows one outcome of the achievement.</summary>
public sealed record PortfolioItem
{
    /// <summary>Which outcome of the achievement it shows, counted from 0.</summary>
    public required int Outcome { get; init; }

    /// <summary>What the learner did.</summary>
    public required string Title { get; init; }

    /// <summary>Where the learner did it.</summary>
    public required ExperienceType Experience { get; init; }

    /// <summary>First instant; null when nobody knows it.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Last instant; null while it goes on.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Where it can be seen.</summary>
    public Uri? Url { get; init; }

    /// <summary>Id of a file of the assessment that shows it. No document of the award links to it: the file is the issuer's.</summary>
    public string? File { get; init; }

    /// <summary>How the assessor made sure that it is the learner's own and that it is so.</summary>
    public required string Checked { get; init; }

    /// <summary>The item as the award states it.</summary>
    internal Evidence ToEvidence() => new(Title, Url, Checked);
}
