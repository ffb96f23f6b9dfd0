using System.Globalization;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>Shapes that cannot be compiled: a constraint that is not understood must not look like one that was checked.</summary>
public sealed class InvalidShapesException : FormatException
{
    internal InvalidShapesException(int line, string message)
        : base(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {message}")) => Line = line;

    /// <summary>The line that is wrong, counted from 1.</summary>
    public int Line { get; }
}
