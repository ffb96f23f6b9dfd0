using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Data;

/// <summary>A node of the data graph and what it says with the vocabulary of the shapes.</summary>
internal sealed class DataNode(Term term)
{
    private readonly List<int> classes = [];
    private List<(int Path, Value Value)>? stated = [];
    private int[] paths = [];
    private Value[] values = [];

    public Term Term { get; } = term;

    public void Add(int path, Value value) => stated!.Add((path, value));

    /// <summary>Notes a class of the node; false when it was known.</summary>
    public bool AddClass(int type)
    {
        if (classes.Contains(type))
        {
            return false;
        }

        classes.Add(type);
        return true;
    }

    /// <summary>Ends the adding: orders what was stated by path, so that the values of one lie together.</summary>
    public void Seal()
    {
        var ordered = stated!.OrderBy(statement => statement.Path).ToArray(); // stable: values stay in the document's order
        paths = Array.ConvertAll(ordered, statement => statement.Path);
        values = Array.ConvertAll(ordered, statement => statement.Value);
        stated = null;
    }

    /// <summary>Whether it is a SHACL instance of the class (SHACL §1.1).</summary>
    public bool IsInstanceOf(int type) => classes.Contains(type);

    public ReadOnlySpan<Value> Values(int path)
    {
        int start = paths.AsSpan().IndexOf(path);
        return start < 0 ? [] : values.AsSpan(start, paths.AsSpan().LastIndexOf(path) + 1 - start);
    }
}
