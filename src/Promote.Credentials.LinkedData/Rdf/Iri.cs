using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>An absolute IRI without characters that N-Quads forbids: what is not one cannot be made.</summary>
public sealed class Iri : Term
{
    // IRIREF of N-Quads §4.
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), '<', '>', '"', '{', '}', '|', '^', '`', '\\']);

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private Iri(string value)
        : base(value, value.GetHashCode(StringComparison.Ordinal))
    {
    }

    /// <summary>An IRI known to be well-formed, such as a constant of a standard.</summary>
    /// <exception cref="ArgumentException">It is not well-formed after all.</exception>
    public static Iri Of(string value) =>
        TryCreate(value, out var iri) ? iri : throw new ArgumentException($"Not a well-formed IRI: {value}", nameof(value));

    /// <summary>An IRI from outside; false when it is relative or ill-formed.</summary>
    public static bool TryCreate(string value, [NotNullWhen(true)] out Iri? iri)
    {
        ArgumentNullException.ThrowIfNull(value);
        iri = IsWellFormed(value) ? new Iri(value) : null;
        return iri is not null;
    }

    /// <summary>Whether a text is an absolute IRI that RDF can hold.</summary>
    internal static bool IsWellFormed(string value) =>
        HasScheme(value)
        && value.AsSpan().IndexOfAny(Forbidden) < 0
        && value.IndexOf('#', StringComparison.Ordinal) == value.LastIndexOf('#'); // RFC 3987 §2.2: no "#" in a fragment

    /// <summary>Whether a text begins as an absolute IRI does (RFC 3986 §3.1).</summary>
    internal static bool HasScheme(ReadOnlySpan<char> value)
    {
        int colon = value.IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(value[0]) && value[1..colon].IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    /// <inheritdoc/>
    public override bool Equals(Term? other) =>
        ReferenceEquals(this, other) || (other is Iri iri && string.Equals(Value, iri.Value, StringComparison.Ordinal));

    private protected override byte[] WriteNQuads()
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(Value) + 2];
        utf8[0] = (byte)'<';
        Encoding.UTF8.GetBytes(Value, utf8.AsSpan(1));
        utf8[^1] = (byte)'>';
        return utf8;
    }
}
