using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>A quad and the numbers of its blank nodes, <see cref="NotBlank"/> where a component is none.</summary>
internal readonly record struct IndexedQuad(Quad Quad, int Subject, int Object, int Graph)
{
    public const int NotBlank = -1;
}
