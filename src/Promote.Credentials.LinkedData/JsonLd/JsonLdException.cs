namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>A document that JSON-LD processing, or its safe mode, refuses.</summary>
public sealed class JsonLdException : FormatException
{
    internal JsonLdException(string code, string pointer, string message)
        : base(message)
    {
        Code = code;
        Pointer = pointer;
    }

    /// <summary>A code of JSON-LD 1.1 API §9.6, such as <c>invalid term definition</c>, or one of safe mode such as <c>undefined term</c>.</summary>
    public string Code { get; }

    /// <summary>JSON pointer (RFC 6901) of the offending member in the document; the empty string is the whole document.</summary>
    public string Pointer { get; }
}
