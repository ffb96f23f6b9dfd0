namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>A skill of an occupation.</summary>
/// <param name="Uri">Its URI.</param>
/// <param name="Label">Its name in the language asked for, else in English; null for a skill that was not imported.</param>
internal sealed record EscoSkillOfOccupation(string Uri, string? Label);
