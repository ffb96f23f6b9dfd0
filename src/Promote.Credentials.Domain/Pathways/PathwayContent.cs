using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Pathways;

/// <summary>Achievements composed into a larger one.</summary>
public sealed record PathwayContent
{
    /// <summary>Name by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>Description by language; Markdown.</summary>
    public LanguageMap? Description { get; init; }

    /// <summary>Id of the achievement of the same issuer that is awarded when the pathway is completed; null when nothing is.</summary>
    public string? Achievement { get; init; }

    /// <summary>Whether it is awarded by itself.</summary>
    public bool Automatic { get; init; }

    /// <summary>The step that is the whole.</summary>
    public required PathwayStep Root { get; init; }
}
