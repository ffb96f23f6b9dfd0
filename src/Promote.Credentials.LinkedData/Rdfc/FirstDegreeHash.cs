using System.Security.Cryptography;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Hash First Degree Quads (RDFC-1.0 §4.6): a blank node's own quads, itself written <c>_:a</c>, every other one <c>_:z</c>.</summary>
internal static class FirstDegreeHash
{
    public static string[] OfEveryNode(IndexedDataset dataset, HashAlgorithmName algorithm)
    {
        var hashes = new string[dataset.NodeCount];
        using var lines = NQuadsLines.Begin();
        int self = 0;
        Action<int, Utf8Buffer> label = (node, output) => output.Append(node == self ? "_:a"u8 : "_:z"u8);
        for (; self < hashes.Length; self++)
        {
            foreach (int position in dataset.QuadsOf(self))
            {
                lines.Add(dataset.Quads[position], label);
            }

            hashes[self] = Digest.Hex(algorithm, lines.TakeSorted());
        }

        return hashes;
    }
}
