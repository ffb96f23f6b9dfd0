using System.Security.Cryptography;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>
/// Decides the canonical label of every blank node (RDFC-1.0 §4.4.3 steps 3 to 5). Most graphs end after the first
/// round: a blank node whose own quads hash like no other's needs no look at its neighbours.
/// </summary>
internal sealed class CanonicalLabels(IndexedDataset dataset, HashAlgorithmName algorithm, RdfcBudget budget)
{
    private readonly BlankNodeIssuer canonical = new("c14n");

    public BlankNodeIssuer Issue()
    {
        var hashes = FirstDegreeHash.OfEveryNode(dataset, algorithm);
        var byHash = Enumerable.Range(0, dataset.NodeCount)
            .GroupBy(node => hashes[node], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToArray();

        foreach (var unique in byHash.Where(nodes => nodes.Length == 1))
        {
            canonical.Issue(unique[0]);
        }

        var neighbours = new NDegreeHash(dataset, hashes, canonical, algorithm, new WorkMeter(budget));
        foreach (var alike in byHash.Where(nodes => nodes.Length > 1))
        {
            IssueAlike(alike, neighbours);
        }

        return canonical;
    }

    private void IssueAlike(int[] nodes, NDegreeHash neighbours)
    {
        var paths = new List<HashedPath>();
        foreach (int node in nodes)
        {
            if (!canonical.Has(node))
            {
                var temporary = new BlankNodeIssuer("b");
                temporary.Issue(node);
                paths.Add(neighbours.Of(node, temporary));
            }
        }

        foreach (var path in paths.OrderBy(path => path.Hash, StringComparer.Ordinal))
        {
            foreach (int node in path.Issuer.Issued)
            {
                canonical.Issue(node);
            }
        }
    }
}
