namespace Promote.Credentials.Formats.Pdf;

/// <summary>A PDF that is broken, encrypted, too large or written in a way that is not read here. It is the sender's fault, never ours.</summary>
public sealed class InvalidPdfException : FormatException
{
    internal InvalidPdfException(string message)
        : base(message)
    {
    }
}
