namespace Promote.Credentials.Server.Esco.Files;

/// <summary>One row of the file of relations: an occupation needs a skill, or can use it.</summary>
internal sealed record EscoRelation(string Occupation, string Skill, bool Essential);
