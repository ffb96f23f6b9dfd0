using System.Security.Cryptography;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>
/// Hash N-Degree Quads (RDFC-1.0 §4.8): tells blank nodes with equal first degree hashes apart by their neighbours, trying
/// every order of neighbours that look the same. This is the part that costs factorial time, so it works against a meter.
/// </summary>
internal sealed class NDegreeHash(
    IndexedDataset dataset, string[] firstDegree, BlankNodeIssuer canonical, HashAlgorithmName algorithm, WorkMeter meter)
{
    public HashedPath Of(int node, BlankNodeIssuer issuer)
    {
        meter.Enter();
        var data = new Utf8Buffer(512);
        foreach (var (hash, related) in Related(node, issuer))
        {
            data.Append(hash); // step 5.1
            var chosen = ShortestPath(related, issuer);
            data.Append(chosen.Path.Written); // step 5.5
            issuer = chosen.Issuer; // step 5.6
        }

        meter.Leave();
        return new HashedPath(Digest.Hex(algorithm, data.Written), issuer);
    }

    /// <summary>Steps 1 to 3: the blank nodes beside a node, under the hash of how they are related to it.</summary>
    private SortedDictionary<string, List<int>> Related(int node, BlankNodeIssuer issuer)
    {
        meter.Spend(dataset.QuadsOf(node).Count);
        var related = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (int position in dataset.QuadsOf(node))
        {
            var quad = dataset.Quads[position];
            Add(quad.Subject, quad, 's');
            Add(quad.Object, quad, 'o');
            Add(quad.Graph, quad, 'g');
        }

        return related;

        void Add(int other, in IndexedQuad quad, char position)
        {
            if (other != IndexedQuad.NotBlank && other != node)
            {
                string hash = HashRelated(other, quad, issuer, position);
                if (!related.TryGetValue(hash, out var nodes))
                {
                    related.Add(hash, nodes = []);
                }

                nodes.Add(other);
            }
        }
    }

    /// <summary>Hash Related Blank Node (RDFC-1.0 §4.7).</summary>
    private string HashRelated(int related, in IndexedQuad quad, BlankNodeIssuer issuer, char position)
    {
        var input = new Utf8Buffer(256);
        input.Append((byte)position);
        if (position != 'g')
        {
            input.Append(quad.Quad.Predicate.NQuads);
        }

        if (canonical.Has(related))
        {
            canonical.Write(related, input);
        }
        else if (issuer.Has(related))
        {
            issuer.Write(related, input);
        }
        else
        {
            input.Append(firstDegree[related]);
        }

        return Digest.Hex(algorithm, input.Written);
    }

    /// <summary>Step 5.4: the order of related nodes whose path comes first.</summary>
    private (Utf8Buffer Path, BlankNodeIssuer Issuer) ShortestPath(List<int> related, BlankNodeIssuer issuer)
    {
        Utf8Buffer? chosenPath = null;
        var chosenIssuer = issuer;
        foreach (int[] order in Permutations.Of([.. related]))
        {
            meter.Spend(order.Length);
            if (Follow(order, issuer.Copy(), chosenPath) is var (path, reached))
            {
                chosenPath = path;
                chosenIssuer = reached;
            }
        }

        return (chosenPath!, chosenIssuer);
    }

    /// <summary>Steps 5.4.1 to 5.4.6: the path of one order; null as soon as it cannot come before the chosen one.</summary>
    private (Utf8Buffer Path, BlankNodeIssuer Issuer)? Follow(int[] order, BlankNodeIssuer issuer, Utf8Buffer? chosen)
    {
        var path = new Utf8Buffer(256);
        var deeper = new List<int>();
        foreach (int related in order)
        {
            if (canonical.Has(related))
            {
                canonical.Write(related, path);
            }
            else
            {
                if (issuer.Issue(related))
                {
                    deeper.Add(related);
                }

                issuer.Write(related, path);
            }

            if (IsBehind(path, chosen))
            {
                return null;
            }
        }

        foreach (int related in deeper)
        {
            var result = Of(related, issuer);
            issuer.Write(related, path);
            path.Append((byte)'<');
            path.Append(result.Hash);
            path.Append((byte)'>');
            issuer = result.Issuer;
            if (IsBehind(path, chosen))
            {
                return null;
            }
        }

        return chosen is null || path.Written.SequenceCompareTo(chosen.Written) < 0 ? (path, issuer) : null;
    }

    private static bool IsBehind(Utf8Buffer path, Utf8Buffer? chosen) =>
        chosen is not null && path.Length >= chosen.Length && path.Written.SequenceCompareTo(chosen.Written) > 0;
}
