namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>A schema that cannot be compiled: an unknown keyword must not look like one that was checked.</summary>
public sealed class InvalidSchemaException : FormatException
{
    internal InvalidSchemaException(string pointer, string message)
        : base($"{message} (at {(pointer.Length == 0 ? "the root" : pointer)} of the schema)") => Pointer = pointer;

    /// <summary>JSON pointer (RFC 6901) into the schema that is wrong.</summary>
    public string Pointer { get; }
}
