namespace Promote.Credentials.Server.Profiles;

/// <summary>A skill of a profile.</summary>
/// <param name="Esco">Its URI in ESCO; nothing for one of the profile's own.</param>
/// <param name="Id">Id within the profile of one of its own.</param>
/// <param name="Label">What it is called, in the language asked for where there is a name in it.</param>
/// <param name="Relation">Whether nobody does the work without it.</param>
/// <param name="Added">Whether the profile added it to what ESCO names for the occupation.</param>
internal sealed record SkillAnswer(string? Esco, string? Id, string Label, SkillRelation Relation, bool Added);
