namespace Promote.Credentials.Domain.Profiles;

/// <summary>Names a skill that a professional profile added to ESCO's.</summary>
/// <param name="Profile">Id of the profile.</param>
/// <param name="Skill">Id of the skill within it.</param>
public sealed record ProfileSkillId(string Profile, string Skill);
