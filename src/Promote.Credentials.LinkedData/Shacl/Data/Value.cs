using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Data;

/// <summary>A value node (SHACL §3.7).</summary>
/// <param name="Term">The term.</param>
/// <param name="Node">What the graph says of it; null for a literal, of which nothing can be said.</param>
internal readonly record struct Value(Term Term, DataNode? Node)
{
    public ReadOnlySpan<Value> Of(int path) => Node is null ? [] : Node.Values(path);

    public bool IsInstanceOf(int type) => Node is not null && Node.IsInstanceOf(type);
}
