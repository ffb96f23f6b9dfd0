using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Data;

/// <summary>The data graph (SHACL §1.5), read once: its nodes with their values by path, and the instances of each class.</summary>
internal sealed class DataGraph
{
    private readonly Dictionary<Term, DataNode> nodes = [];
    private readonly List<DataNode>?[] instances;
    private readonly Vocabulary vocabulary;

    private DataGraph(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        instances = new List<DataNode>?[vocabulary.Classes.Count];
    }

    /// <summary>The union of a dataset's graphs, as far as the vocabulary goes.</summary>
    public static DataGraph Of(RdfDataset dataset, Vocabulary vocabulary)
    {
        var graph = new DataGraph(vocabulary);
        var statements = OneGraph(dataset);
        var subclasses = statements.Where(statement => statement.Predicate.Equals(RdfTerms.SubClassOf)).ToList();
        var hierarchy = subclasses.Count == 0 ? vocabulary.Flat : ClassHierarchy.Of(subclasses, vocabulary);
        foreach (var statement in statements)
        {
            graph.Add(statement, hierarchy);
        }

        foreach (var node in graph.nodes.Values)
        {
            node.Seal();
        }

        return graph;
    }

    /// <summary>The SHACL instances of a class, in the order in which the graph says so.</summary>
    public IReadOnlyList<DataNode> InstancesOf(int type) => instances[type] ?? [];

    private static IReadOnlyCollection<Quad> OneGraph(RdfDataset dataset) =>
        dataset.All(quad => quad.Graph is null) ? dataset : dataset.Select(quad => quad with { Graph = null }).ToHashSet();

    private void Add(Quad statement, ClassHierarchy hierarchy)
    {
        if (statement.Predicate.Equals(RdfTerms.Type))
        {
            AddClasses(statement, hierarchy);
        }

        if (vocabulary.TryGetPath(statement.Predicate, out int path))
        {
            var value = statement.Object;
            NodeOf(statement.Subject).Add(path, new Value(value, value is Literal ? null : NodeOf(value)));
        }
    }

    private void AddClasses(Quad statement, ClassHierarchy hierarchy)
    {
        foreach (int type in hierarchy.ClassesOf(statement.Object))
        {
            var node = NodeOf(statement.Subject);
            if (node.AddClass(type))
            {
                (instances[type] ??= []).Add(node);
            }
        }
    }

    private DataNode NodeOf(Term term)
    {
        if (!nodes.TryGetValue(term, out var node))
        {
            nodes.Add(term, node = new DataNode(term));
        }

        return node;
    }
}
