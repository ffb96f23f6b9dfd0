namespace Promote.Credentials.LinkedData.Json;

/// <summary>A text that <see cref="StrictJson"/> refuses. It is the sender's fault, never ours.</summary>
public sealed class MalformedJsonException : FormatException
{
    internal MalformedJsonException(string code, string pointer, string message)
        : base(message)
    {
        Code = code;
        Pointer = pointer;
    }

    /// <summary>One of <c>tooLarge</c>, <c>tooDeep</c>, <c>duplicateMember</c>, <c>invalidText</c>, <c>number</c>, <c>syntax</c>.</summary>
    public string Code { get; }

    /// <summary>JSON pointer (RFC 6901) of the offending value; the empty string is the whole document.</summary>
    public string Pointer { get; }
}
