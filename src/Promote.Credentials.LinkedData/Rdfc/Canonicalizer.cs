using System.Security.Cryptography;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>RDF Dataset Canonicalization (RDFC-1.0): equal graphs become equal bytes, whatever their blank nodes were called.</summary>
public static class Canonicalizer
{
    /// <summary>Canonicalizes with SHA-256 and the default budget.</summary>
    /// <exception cref="RdfcBudgetException">The dataset is too large, or made to be expensive.</exception>
    public static CanonicalDataset Canonicalize(RdfDataset dataset) =>
        Canonicalize(dataset, HashAlgorithmName.SHA256, RdfcBudget.Default);

    /// <summary>Canonicalizes (RDFC-1.0 §4.4.3).</summary>
    /// <param name="dataset">What to canonicalize; its predicates are IRIs.</param>
    /// <param name="algorithm">SHA-256, or SHA-384 for suites over P-384.</param>
    /// <param name="budget">What it may cost.</param>
    /// <exception cref="RdfcBudgetException">The dataset exceeds the budget.</exception>
    /// <exception cref="ArgumentException">A predicate is a blank node.</exception>
    public static CanonicalDataset Canonicalize(RdfDataset dataset, HashAlgorithmName algorithm, RdfcBudget budget)
    {
        var nquads = NQuads(dataset, algorithm, budget, out var indexed, out var labels);
        return new CanonicalDataset(nquads, Names(indexed, labels));
    }

    /// <summary>The canonical N-Quads alone.</summary>
    /// <inheritdoc cref="Canonicalize(RdfDataset, HashAlgorithmName, RdfcBudget)"/>
    internal static byte[] NQuads(RdfDataset dataset, HashAlgorithmName algorithm, RdfcBudget budget) => NQuads(dataset, algorithm, budget, out _, out _);

    private static byte[] NQuads(RdfDataset dataset, HashAlgorithmName algorithm, RdfcBudget budget, out IndexedDataset indexed, out BlankNodeIssuer labels)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(budget);
        indexed = new IndexedDataset(dataset, budget);
        labels = new CanonicalLabels(indexed, algorithm, budget).Issue();

        using var lines = NQuadsLines.Begin();
        Action<int, Utf8Buffer> label = labels.Write;
        foreach (ref readonly var quad in indexed.Quads.AsSpan())
        {
            lines.Add(quad, label);
        }

        return lines.TakeSorted().ToArray();
    }

    private static Dictionary<string, string> Names(IndexedDataset indexed, BlankNodeIssuer labels)
    {
        var names = new Dictionary<string, string>(indexed.NodeCount, StringComparer.Ordinal);
        foreach (var (label, node) in indexed.Numbers)
        {
            names.Add(label, labels.NameOf(node));
        }

        return names;
    }
}
