using System.Text;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Esco.Files;

/// <summary>Makes a label of a file one line of visible text, its words separated by one plain space: what nobody would see of it is left out.</summary>
internal static class EscoLabel
{
    public static string Clean(string text)
    {
        var trimmed = text.Trim();
        if (SafeText.IsLine(trimmed) && !trimmed.Contains("  ", StringComparison.Ordinal) && !trimmed.Any(IsOtherSpace))
        {
            return trimmed;
        }

        var words = trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Visible);
        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    private static bool IsOtherSpace(char letter) => letter != ' ' && char.IsWhiteSpace(letter);

    private static string Visible(string word)
    {
        var visible = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (SafeText.IsLine(rune.ToString()))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }
}
