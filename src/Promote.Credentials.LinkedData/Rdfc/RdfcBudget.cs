namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>
/// What canonicalization may cost. RDFC-1.0 takes factorial time on graphs made for that purpose, and asks implementations
/// to bound it (RDFC-1.0 §7.1).
/// </summary>
public sealed record RdfcBudget
{
    /// <summary>Enough for the hardest graphs of the W3C suite that have an answer, and over in under half a second.</summary>
    public static RdfcBudget Default { get; } = new();

    /// <summary>Most blank nodes that "Hash N-Degree Quads" may visit, all its permutations counted.</summary>
    public int MaxSteps { get; init; } = 200_000;

    /// <summary>Most quads of a dataset.</summary>
    public int MaxQuads { get; init; } = 20_000;

    /// <summary>Most blank nodes of a dataset.</summary>
    public int MaxBlankNodes { get; init; } = 2_000;
}
