using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Data;

/// <summary>
/// The properties and classes that shapes speak of, numbered, so that a graph is asked for numbers; what no shape
/// mentions is left out of the index. It grows while shapes are compiled and only then.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<Term, int> paths = [];
    private readonly Dictionary<Term, int> classes = [];
    private ClassHierarchy? flat;

    /// <summary>The hierarchy of a graph that states none, which is every graph but a strange one.</summary>
    public ClassHierarchy Flat => flat ??= ClassHierarchy.Of([], this);

    public IReadOnlyDictionary<Term, int> Classes => classes;

    public int AddPath(Iri path) => Add(paths, path);

    public int AddClass(Iri type) => Add(classes, type);

    public bool TryGetPath(Term predicate, out int number) => paths.TryGetValue(predicate, out number);

    private static int Add(Dictionary<Term, int> numbers, Iri term)
    {
        numbers.TryAdd(term, numbers.Count);
        return numbers[term];
    }
}
