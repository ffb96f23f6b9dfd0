using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Linting;

/// <summary>The enumerations of OB 3.0 that take <c>ext:</c> and a name besides their members.</summary>
internal static partial class OpenEnumeration
{
    /// <summary>Whether the whole text is a member or an extension.</summary>
    internal static bool IsTerm(IReadOnlySet<string> members, string? term) => term is not null && (members.Contains(term) || Extension.IsMatch(term));

    [GeneratedRegex("^ext:[A-Za-z0-9._-]+\\z")]
    private static partial Regex Extension { get; }
}
