using System.Collections;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A set of quads (RDF 1.1 §4): adding one twice changes nothing.</summary>
public sealed class RdfDataset : IReadOnlyCollection<Quad>
{
    // A credential has fifty to a hundred quads.
    private const int UsualSize = 128;

    private readonly HashSet<Quad> quads = new(UsualSize);

    /// <inheritdoc/>
    public int Count => quads.Count;

    /// <summary>Adds a quad; false when it was there.</summary>
    public bool Add(Quad quad) => quads.Add(quad);

    /// <inheritdoc/>
    public IEnumerator<Quad> GetEnumerator() => quads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
