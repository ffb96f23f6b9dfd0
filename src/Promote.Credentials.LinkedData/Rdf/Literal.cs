namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A lexical form with its datatype, and a language when the datatype is <c>rdf:langString</c>.</summary>
public sealed class Literal : Term
{
    private Literal(string value, Iri datatype, string? language)
        : base(value, HashCode.Combine(value, datatype, language))
    {
        Datatype = datatype;
        Language = language;
    }

    /// <summary>The datatype; <c>xsd:string</c> when the text shows none.</summary>
    public Iri Datatype { get; }

    /// <summary>The language tag; null unless the datatype is <c>rdf:langString</c>.</summary>
    public string? Language { get; }

    /// <summary>A literal with a datatype.</summary>
    public static Literal Typed(string value, Iri datatype) => new(value, datatype, null);

    /// <summary>A text in a language, named by a BCP 47 tag.</summary>
    public static Literal InLanguage(string value, string language) => new(value, RdfTerms.LangString, language);

    /// <inheritdoc/>
    public override bool Equals(Term? other) =>
        ReferenceEquals(this, other)
        || (other is Literal literal
            && string.Equals(Value, literal.Value, StringComparison.Ordinal)
            && string.Equals(Language, literal.Language, StringComparison.Ordinal)
            && Datatype.Equals(literal.Datatype));

    private protected override byte[] WriteNQuads()
    {
        var buffer = new Utf8Buffer(Value.Length + 64);
        buffer.Append((byte)'"');
        NQuadsText.Escape(Value, buffer);
        buffer.Append((byte)'"');
        if (Language is not null)
        {
            buffer.Append((byte)'@');
            buffer.Append(Language);
        }
        else if (!Datatype.Equals(RdfTerms.XsdString))
        {
            buffer.Append("^^"u8);
            buffer.Append(Datatype.NQuads);
        }

        return buffer.Written.ToArray();
    }
}
