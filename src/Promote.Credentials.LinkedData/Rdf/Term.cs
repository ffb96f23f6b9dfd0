namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A term of RDF 1.1: an <see cref="Iri"/>, a <see cref="BlankNode"/> or a <see cref="Literal"/>.</summary>
public abstract class Term : IEquatable<Term>
{
    private readonly int hash;
    private byte[]? nquads;

    private protected Term(string value, int hash)
    {
        Value = value;
        this.hash = hash;
    }

    /// <summary>The IRI, the label of the blank node without <c>_:</c>, or the lexical form of the literal.</summary>
    public string Value { get; }

    /// <summary>The term in canonical N-Quads (RDFC-1.0 §5), made once.</summary>
    internal ReadOnlySpan<byte> NQuads => nquads ??= WriteNQuads();

    /// <inheritdoc/>
    public abstract bool Equals(Term? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => hash;

    private protected abstract byte[] WriteNQuads();
}
