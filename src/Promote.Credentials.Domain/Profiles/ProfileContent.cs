using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Profiles;

/// <summary>A professional profile: an occupation of ESCO, with the skills that ESCO names for it, and what the profile adds.</summary>
public sealed record ProfileContent
{
    /// <summary>Name by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>Description by language; Markdown.</summary>
    public LanguageMap? Description { get; init; }

    /// <summary>The occupation of ESCO. Its essential and optional skills are the profile's, as ESCO has them now.</summary>
    public required Uri Occupation { get; init; }

    /// <summary>The profile's own additions, in order.</summary>
    public IReadOnlyList<AddedSkill> Additions { get; init; } = [];
}
