using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Pathways;

/// <summary>A step of a pathway: an achievement, or a rule over other steps.</summary>
public sealed record PathwayStep
{
    /// <summary>Its name within the pathway: letters, digits, hyphens; what a prerequisite refers to.</summary>
    public required string Id { get; init; }

    /// <summary>What a rule over steps is called, by language; an achievement has a name of its own.</summary>
    public LanguageMap? Title { get; init; }

    /// <summary>Id of the achievement, of any issuer of the network; null for a rule over steps.</summary>
    public string? Achievement { get; init; }

    /// <summary>The rule; null for an achievement.</summary>
    public StepRule? Rule { get; init; }

    /// <summary>How many steps, or ECTS credit points, the rule asks for; null for <see cref="StepRule.AllOf"/>.</summary>
    public decimal? Needs { get; init; }

    /// <summary>The steps of the rule.</summary>
    public IReadOnlyList<PathwayStep> Steps { get; init; } = [];

    /// <summary>Whether <see cref="StepRule.AllOf"/> is met without it.</summary>
    public bool Optional { get; init; }

    /// <summary>Steps that have to be met before this one counts.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>This step and all below it, each before those below it.</summary>
    public IEnumerable<PathwayStep> Flatten() => Steps.SelectMany(step => step.Flatten()).Prepend(this);
}
