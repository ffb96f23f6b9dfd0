using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Data;

/// <summary>
/// Which classes of the vocabulary an <c>rdf:type</c> stands for. SHACL counts <c>rdfs:subClassOf</c> in the data graph
/// (§1.1, “SHACL superclass”), transitively; nothing is known of classes that the data does not say.
/// </summary>
internal sealed class ClassHierarchy
{
    private readonly Dictionary<Term, List<int>> classes = [];

    private ClassHierarchy()
    {
    }

    /// <param name="statements">The graph's statements of <c>rdfs:subClassOf</c>.</param>
    /// <param name="vocabulary">The classes that matter.</param>
    public static ClassHierarchy Of(IReadOnlyList<Quad> statements, Vocabulary vocabulary)
    {
        var hierarchy = new ClassHierarchy();
        var subclasses = statements.ToLookup(statement => statement.Object, statement => statement.Subject);
        foreach (var (type, number) in vocabulary.Classes)
        {
            hierarchy.Add(type, number, subclasses);
        }

        return hierarchy;
    }

    public IReadOnlyList<int> ClassesOf(Term type) => classes.TryGetValue(type, out var numbers) ? numbers : [];

    // Downwards from each class that matters, so that a long chain of others costs no more than its length for each.
    private void Add(Term type, int number, ILookup<Term, Term> subclasses)
    {
        var reached = new HashSet<Term> { type };
        var waiting = new Stack<Term>(reached);
        while (waiting.TryPop(out var next))
        {
            if (!classes.TryGetValue(next, out var numbers))
            {
                classes.Add(next, numbers = []);
            }

            numbers.Add(number);
            foreach (var subclass in subclasses[next])
            {
                if (reached.Add(subclass))
                {
                    waiting.Push(subclass);
                }
            }
        }
    }
}
