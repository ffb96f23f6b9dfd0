using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Formats;

/// <summary>Every format that an award can be issued in.</summary>
public static class FormatList
{
    private static readonly Format[] All =
    [
        new(OpenBadges3.Terms.FormatName, OpenBadges3.Writer.Write),
    ];

    /// <summary>The names that clients may ask for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>Finds a format by its exact name.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out Format? format)
    {
        format = Array.Find(All, candidate => candidate.Name == name);
        return format is not null;
    }
}
