using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>A dataset whose blank nodes are the numbers 0, 1, 2 …, with the quads that mention each (RDFC-1.0 §4.4.3 step 2).</summary>
internal sealed class IndexedDataset
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<List<int>> quadsOfNode = [];

    public IndexedDataset(RdfDataset dataset, RdfcBudget budget)
    {
        if (dataset.Count > budget.MaxQuads)
        {
            throw new RdfcBudgetException("quads", budget.MaxQuads);
        }

        Quads = new IndexedQuad[dataset.Count];
        int position = 0;
        foreach (var quad in dataset)
        {
            Quads[position] = Index(quad, position);
            position++;
            if (NodeCount > budget.MaxBlankNodes)
            {
                throw new RdfcBudgetException("blank nodes", budget.MaxBlankNodes);
            }
        }
    }

    public IndexedQuad[] Quads { get; }

    public int NodeCount => quadsOfNode.Count;

    /// <summary>From the label of each blank node to its number.</summary>
    public IReadOnlyDictionary<string, int> Numbers => numbers;

    /// <summary>The positions of the quads that mention a blank node, each once.</summary>
    public List<int> QuadsOf(int node) => quadsOfNode[node];

    private IndexedQuad Index(Quad quad, int position)
    {
        if (quad.Predicate is not Iri)
        {
            throw new ArgumentException("Generalized RDF has no canonical form.");
        }

        return new IndexedQuad(
            quad,
            Mention(quad.Subject, position),
            Mention(quad.Object, position),
            Mention(quad.Graph, position));
    }

    private int Mention(Term? term, int position)
    {
        if (term is not BlankNode blank)
        {
            return IndexedQuad.NotBlank;
        }

        if (!numbers.TryGetValue(blank.Value, out int node))
        {
            node = quadsOfNode.Count;
            numbers.Add(blank.Value, node);
            quadsOfNode.Add([]);
        }

        var quads = quadsOfNode[node];
        if (quads.Count == 0 || quads[^1] != position)
        {
            quads.Add(position);
        }

        return node;
    }
}
