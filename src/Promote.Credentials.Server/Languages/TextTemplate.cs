using System.Text;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Languages;

/// <summary>A text with <c>{name}</c> where values go. Values are put in once and never read as a template again.</summary>
internal sealed partial class TextTemplate
{
    // Even places hold text, odd ones the name of a placeholder.
    private readonly string[] pieces;

    private TextTemplate(string[] pieces) => this.pieces = pieces;

    /// <summary>The names of its placeholders, in order of appearance.</summary>
    public IEnumerable<string> Placeholders => pieces.Where((_, index) => index % 2 == 1);

    /// <exception cref="InvalidDataException">A brace without its partner, or a placeholder without a name.</exception>
    public static TextTemplate Parse(string text)
    {
        // "a {n} b" falls into "a ", "n" and " b": text and names take turns.
        var pieces = Braces().Split(text);
        var stray = pieces.Where((piece, index) => index % 2 == 0 && piece.AsSpan().ContainsAny('{', '}'));
        return stray.Any() ? throw new InvalidDataException($"Not a text with placeholders: {text}") : new(pieces);
    }

    /// <summary>The text with the values in their places.</summary>
    public string Write(Func<string, string> valueOf)
    {
        if (pieces.Length == 1)
        {
            return pieces[0];
        }

        var text = new StringBuilder();
        foreach (var (index, piece) in pieces.Index())
        {
            text.Append(index % 2 == 0 ? piece : valueOf(piece));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
