using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The columns of a file for one achievement. Their names are matched without case; one that begins with <c>x-</c> is the sender's own.</summary>
internal static partial class BatchColumns
{
    /// <summary>The columns that every achievement has.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["givenName", "familyName", "email", "dateOfBirth", "identifier", "language", "awardedOn", "validUntil", "narrative"];

    /// <summary>What a column of a result begins with, before the id of its result description.</summary>
    public const string Result = "result.";

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
