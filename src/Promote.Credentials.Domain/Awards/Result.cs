namespace Promote.Credentials.Domain.Awards;

/// <summary>One result of an assessment (OB 3.0 Result).</summary>
/// <param name="ResultDescription">Id of the result description in the achievement.</param>
/// <param name="Value">The value reached.</param>
public sealed record Result(string ResultDescription, string Value);
