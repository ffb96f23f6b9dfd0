using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What an achievement entitles to (ELM LearningEntitlement with its specification).</summary>
public sealed record Entitlement
{
    /// <summary>What one is entitled to, by language.</summary>
    public required LanguageMap Title { get; init; }

    /// <summary>Kind of entitlement: a concept URI of the Europass list of entitlement types, such as occupation.</summary>
    public required Uri Type { get; init; }

    /// <summary>Whether it is there or in prospect: a concept URI of the Europass list of entitlement statuses.</summary>
    public required Uri Status { get; init; }
}
