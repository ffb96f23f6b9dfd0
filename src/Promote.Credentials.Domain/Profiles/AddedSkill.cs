using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Profiles;

/// <summary>A skill that a professional profile adds to those that ESCO names for its occupation: another one of ESCO, or one of its own.</summary>
public sealed record AddedSkill
{
    /// <summary>A skill of ESCO; null for one of the profile's own.</summary>
    public Uri? Esco { get; init; }

    /// <summary>Id within the profile of a skill of its own: letters, digits, hyphens; what an outcome refers to.</summary>
    public string? Id { get; init; }

    /// <summary>What a skill of its own is called, by language.</summary>
    public LanguageMap? Title { get; init; }

    /// <summary>Whether nobody does the work without it. It counts also for a skill that ESCO calls optional.</summary>
    public bool Essential { get; init; }
}
