using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>RDF Dataset Canonicalization (RDFC-1.0).</summary>
public static class Canonicalizer
{
    /// <summary>The canonical N-Quads of a dataset, UTF-8.</summary>
    /// <exception cref="RdfcBudgetException">The graph costs too much to canonicalize.</exception>
    public static byte[] Canonicalize(RdfDataset dataset) => throw new NotSupportedException($"Not there yet: {dataset}.");
}
