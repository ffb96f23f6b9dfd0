using System.Collections;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A set of quads (RDF 1.1 §4): adding one twice changes nothing.</summary>
public sealed class RdfDataset : IReadOnlyCollection<Quad>
{
    private readonly HashSet<Quad> quads = [];

    /// <inheritdoc/>
    public int Count => quads.Count;

    /// <summary>Adds a quad; false when it was there.</summary>
    public bool Add(Quad quad) => quads.Add(quad);

    /// <inheritdoc/>
    public IEnumerator<Quad> GetEnumerator() => quads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
