namespace Promote.Credentials.Domain.Achievements;

/// <summary>Credit points.</summary>
/// <param name="Ects">Points of the European Credit Transfer and Accumulation System, greater than zero.</param>
public sealed record Credits(decimal Ects);
