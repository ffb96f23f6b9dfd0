namespace Promote.Credentials.Server.Esco.Files;

/// <summary>A file is not one of ESCO's, or is broken. Nothing of it counts.</summary>
internal sealed class EscoFileException(string message, string pointer = "") : Exception(message)
{
    /// <summary>What of the request it is about: empty for the file itself.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>About one line of the file.</summary>
    public static EscoFileException At(long line, string what) => new(FormattableString.Invariant($"Line {line}: {what}"));
}
