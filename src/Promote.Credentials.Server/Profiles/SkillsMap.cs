using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Esco;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Which skills of a profile are covered by valid awards, of the issuer and of its network. Nothing in it is about a person.</summary>
/// <param name="Profile">Id of the profile.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="At">When it was drawn up.</param>
/// <param name="Issuers">How many issuers the network has, this one included.</param>
/// <param name="Skills">The skills, as the profile has them.</param>
internal sealed record SkillsMap(string Profile, string Name, DateTimeOffset At, int Issuers, IReadOnlyList<SkillsMap.Line> Skills)
{
    /// <summary>Where the names of skills come from.</summary>
    public string Attribution { get; } = EscoAttribution.Sentence;

    /// <summary>A skill.</summary>
    /// <param name="Skill">The skill.</param>
    /// <param name="Achievements">How many published achievements of the network have it among their outcomes.</param>
    /// <param name="Issuer">How many people of this issuer hold it.</param>
    /// <param name="Network">How many people of all issuers of the network hold it; whoever two of them know counts twice.</param>
    internal sealed record Line(SkillAnswer Skill, int Achievements, SkillPeople Issuer, SkillPeople Network);
}
