using System.Globalization;

namespace Promote.Credentials.Formats.Pictures.Drawing;

/// <summary>A text broken into lines at the largest size at which it fits a box.</summary>
/// <param name="Size">Font size, in units of the picture.</param>
/// <param name="Lines">The lines from top to bottom.</param>
internal sealed record FittedText(int Size, IReadOnlyList<string> Lines)
{
    private const double LineHeight = 1.22;

    internal double Height => Lines.Count * Size * LineHeight;

    /// <summary>Baseline of a line in a box whose middle is given.</summary>
    internal double Baseline(int line, double middle) => middle - (Height / 2) + (Size * ((line * LineHeight) + 0.96));

    /// <summary>Tries the sizes from large to small; at the smallest, what does not fit is cut off with an ellipsis.</summary>
    internal static FittedText In(int width, int height, string text, ReadOnlySpan<int> sizes)
    {
        foreach (var size in sizes)
        {
            var fitted = new FittedText(size, Break(text, Room(width, size), mayCutWords: false));
            if (fitted.Height <= height && fitted.Lines.All(line => TextWidth.Of(line) <= Room(width, size)))
            {
                return fitted;
            }
        }

        var smallest = sizes[^1];
        var lines = Break(text, Room(width, smallest), mayCutWords: true);
        var most = Math.Max(1, (int)(height / (smallest * LineHeight)));
        return new(smallest, lines.Count <= most ? lines : [.. lines.Take(most - 1), Shortened(lines[most - 1], Room(width, smallest))]);
    }

    private static int Room(int width, int size) => width * 1000 / size;

    private static List<string> Break(string text, int room, bool mayCutWords)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text, room, mayCutWords))
        {
            if (TextWidth.Of((line + piece).TrimEnd()) > room && line.Length > 0)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line = (line + piece).TrimStart();
        }

        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>Pieces that stay together. Text in Han or kana may break between any two characters, a word wider than a line must.</summary>
    private static IEnumerable<string> Pieces(string text, int room, bool mayCutWords)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isCut = TextWidth.HasWide(word) || (mayCutWords && TextWidth.Of(word) > room);
            foreach (var piece in isCut ? Characters(word) : [word])
            {
                yield return piece;
            }

            yield return " ";
        }
    }

    /// <summary>Characters as readers see them: marks stay with their letters.</summary>
    private static IEnumerable<string> Characters(string text)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            yield return characters.GetTextElement();
        }
    }

    private static string Shortened(string line, int room)
    {
        var characters = Characters(line).ToList();
        while (characters.Count > 1 && TextWidth.Of(string.Concat(characters) + "…") > room)
        {
            characters.RemoveAt(characters.Count - 1);
        }

        return string.Concat(characters).TrimEnd() + "…";
    }
}
