using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats;

/// <summary>Every format that an award can be issued in.</summary>
public static class FormatList
{
    /// <summary>Open Badges 3.0 with an embedded proof: the format of the verification page and the default.</summary>
    public const string OpenBadges3 = "ob3";

    private static readonly Format[] All =
    [
        new(OpenBadges3, Writer.Write),
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
