using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One thing that learners do to learn (ELM LearningActivity with its specification).</summary>
public sealed record LearningActivity
{
    /// <summary>What they do, by language.</summary>
    public required LanguageMap Title { get; init; }

    /// <summary>Kind of activity: a concept URI of the Europass list of learning activities, such as job experience.</summary>
    public Uri? Type { get; init; }

    /// <summary>Mode of learning: a concept URI of the Europass list of learning modes.</summary>
    public Uri? Mode { get; init; }

    /// <summary>Notional workload as an ISO 8601 duration of hours, such as <c>PT20H</c>.</summary>
    public string? Workload { get; init; }
}
