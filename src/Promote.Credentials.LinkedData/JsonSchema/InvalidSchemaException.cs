namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>A schema that cannot be compiled: an unknown keyword must not look like one that was checked.</summary>
public sealed class InvalidSchemaException : FormatException
{
    internal InvalidSchemaException(string document, string pointer, string message)
        : base($"Schema {document}#{pointer}: {message}") => Pointer = pointer;

    /// <summary>JSON pointer (RFC 6901) of the schema that is wrong, in its own document.</summary>
    public string Pointer { get; }
}
