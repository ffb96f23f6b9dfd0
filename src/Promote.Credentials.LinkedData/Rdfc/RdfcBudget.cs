namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>
/// What canonicalization may cost. RDFC-1.0 takes factorial time on graphs made for that purpose ("dataset poisoning",
/// RDFC-1.0 §7.1), so an implementation has to stop somewhere, and to say so.
/// </summary>
public sealed record RdfcBudget
{
    /// <summary>Enough for the hardest graphs of the W3C suite that have an answer, and spent in well under half a second.</summary>
    public static RdfcBudget Default { get; } = new();

    /// <summary>Most quads that "Hash N-Degree Quads" may look at, plus most neighbours in the orders that it tries.</summary>
    public int MaxSteps { get; init; } = 16_000;

    /// <summary>Most calls of "Hash N-Degree Quads" inside each other.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Most quads of a dataset.</summary>
    public int MaxQuads { get; init; } = 10_000;

    /// <summary>Most blank nodes of a dataset.</summary>
    public int MaxBlankNodes { get; init; } = 2_000;
}
