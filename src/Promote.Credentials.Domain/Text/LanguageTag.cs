using System.Text.RegularExpressions;

namespace Promote.Credentials.Domain.Text;

/// <summary>The BCP 47 tags taken here: a language of two or three letters, and a region where it matters, such as <c>ro</c> or <c>pt-BR</c>.</summary>
public static partial class LanguageTag
{
    /// <summary>Whether the tag has that form, in the case that BCP 47 recommends (OB 3.0 takes no other).</summary>
    public static bool IsValid(string? tag) => tag is not null && Form.IsMatch(tag);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z]{2})?\\z")]
    private static partial Regex Form { get; }
}
