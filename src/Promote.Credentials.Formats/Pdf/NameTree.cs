namespace Promote.Credentials.Formats.Pdf;

/// <summary>A tree whose leaves map names to values (ISO 32000-1 §7.9.6).</summary>
internal static class NameTree
{
    private static readonly Comparer<byte[]> Order = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>
    /// All names of the tree, in its order. The limits of a node only tell where to search, and all is read here;
    /// but a node that two others share, or that is above itself, breaks the tree.
    /// </summary>
    internal static List<KeyValuePair<byte[], PdfObject>> Read(PdfDocument document, PdfObject.Dictionary root)
    {
        var names = new List<KeyValuePair<byte[], PdfObject>>();
        Read(document, root, depth: 0, visited: [], names);
        return names;
    }

    /// <summary>The tree as a single node, sorted as readers search it.</summary>
    internal static PdfObject.Dictionary Write(IEnumerable<KeyValuePair<byte[], PdfObject>> names) => new(new()
    {
        ["Names"] = new PdfObject.Array([.. names.OrderBy(name => name.Key, Order).SelectMany(name => new[] { new PdfObject.String(name.Key), name.Value })]),
    });

    private static void Read(PdfDocument document, PdfObject.Dictionary node, int depth, HashSet<int> visited, List<KeyValuePair<byte[], PdfObject>> names)
    {
        if (depth == PdfBudget.MaxDepth)
        {
            throw new InvalidPdfException($"The PDF has a name tree that is more than {PdfBudget.MaxDepth} deep.");
        }

        AddLeaves(document, node, names);
        foreach (var kid in node.Get<PdfObject.Array>("Kids", document.Resolve)?.Items ?? [])
        {
            if (kid is not PdfObject.Reference { Number: var number } || !visited.Add(number) || document.Resolve(kid) is not PdfObject.Dictionary below)
            {
                throw new InvalidPdfException("The PDF has a name tree with a node that is not there, or there twice.");
            }

            Read(document, below, depth + 1, visited, names);
        }
    }

    private static void AddLeaves(PdfDocument document, PdfObject.Dictionary node, List<KeyValuePair<byte[], PdfObject>> names)
    {
        var leaves = node.Get<PdfObject.Array>("Names", document.Resolve)?.Items ?? [];
        if (leaves.Count % 2 != 0 || names.Count + (leaves.Count / 2) > PdfAttachments.MaxAttachments)
        {
            throw new InvalidPdfException($"The PDF has a name tree without pairs, or with more than {PdfAttachments.MaxAttachments}.");
        }

        for (var i = 0; i < leaves.Count; i += 2)
        {
            var key = document.Resolve(leaves[i]) as PdfObject.String ?? throw new InvalidPdfException("The PDF has a name tree with a name that is not a string.");
            names.Add(new(key.Bytes, leaves[i + 1]));
        }
    }
}
