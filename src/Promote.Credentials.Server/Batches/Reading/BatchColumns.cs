using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The columns of a file for one achievement. Their names are matched without case; one that begins with <c>x-</c> is the sender's own.</summary>
internal static partial class BatchColumns
{
    /// <summary>The columns that every achievement has.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["givenName", "familyName", "email", "dateOfBirth", "identifier", "language", Assessment, "awardedOn", "validUntil", "narrative"];

    /// <summary>The id of a confirmed assessment that the award follows from.</summary>
    public const string Assessment = "assessment";

    /// <summary>The columns that hold days.</summary>
    public static IReadOnlySet<string> Days { get; } = new HashSet<string>(StringComparer.Ordinal) { "dateOfBirth", "awardedOn", "validUntil" };

    /// <summary>What a column of a result begins with, before the id of its result description.</summary>
    public const string Result = "result.";

    /// <summary>The columns of a header, in its order.</summary>
    /// <exception cref="BatchFileException">One that there is not, or twice.</exception>
    public static List<string> OfHeader(IEnumerable<string> names, AchievementContent achievement)
    {
        var columns = new List<string>();
        foreach (var name in names)
        {
            var column = Find(name, achievement) ?? throw new BatchFileException($"There is no column \"{UnreadableText.Shown(name)}\". Columns are {string.Join(", ", Fixed)}, result.<id>, evidence.<n>.name, .url and .narrative; what begins with x- is not read.");
            columns.Add(columns.Contains(column) ? throw new BatchFileException($"The column {column} stands in the header twice.") : column);
        }

        return columns;
    }

    /// <summary>The column as it is called here; the name as it came for the sender's own; null for one that there is not.</summary>
    public static string? Find(string name, AchievementContent achievement)
    {
        var trimmed = name.Trim();
        if (trimmed.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            return trimmed;
        }

        return Fixed.FirstOrDefault(column => column.Equals(trimmed, StringComparison.OrdinalIgnoreCase))
            ?? achievement.ResultDescriptions.Select(description => Result + description.Id).FirstOrDefault(column => column.Equals(trimmed, StringComparison.OrdinalIgnoreCase))
            ?? (Evidence.IsMatch(trimmed) ? trimmed.ToLowerInvariant() : null);
    }

    /// <summary>Whether nobody here reads the column.</summary>
    public static bool IsOwn(string column) => column.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^evidence\\.([1-9]|1[0-9]|20)\\.(name|url|narrative)\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Evidence { get; }
}
