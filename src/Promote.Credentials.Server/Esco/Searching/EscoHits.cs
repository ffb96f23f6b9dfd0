namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>The answer of a search, the best first.</summary>
internal sealed record EscoHits(IReadOnlyList<EscoHit> Items)
{
    /// <summary>Where it comes from.</summary>
    public string Attribution { get; } = EscoAttribution.Sentence;
}
