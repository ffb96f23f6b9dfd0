using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>
/// Markdown by anybody as paragraphs and lists of plain text. Nothing of it becomes HTML, a link or a picture:
/// what cannot be written cannot be an attack.
/// </summary>
internal static partial class PlainMarkdown
{
    public static IReadOnlyList<TextBlock> Read(string? markdown)
    {
        var blocks = new List<TextBlock>();
        var open = false;
        foreach (var line in (markdown ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            var (kind, text) = Classify(line);
            if (text.Length == 0)
            {
                open = false;
                continue;
            }

            if (open && blocks[^1] is { } last && (last.Kind == kind || kind == BlockKind.Paragraph))
            {
                blocks[^1] = last with { Lines = Joined(last, kind, text) };
            }
            else
            {
                blocks.Add(new(kind, [text]));
            }

            open = true;
        }

        return blocks;
    }

    private static (BlockKind Kind, string Text) Classify(string line)
    {
        var kind = Bullet().IsMatch(line) ? BlockKind.Bullets : Number().IsMatch(line) ? BlockKind.Numbers : BlockKind.Paragraph;
        var text = kind switch
        {
            BlockKind.Bullets => Bullet().Replace(line, ""),
            BlockKind.Numbers => Number().Replace(line, ""),
            _ => Opening().Replace(line, ""),
        };
        return (kind, Emphasis().Replace(text, "${text}").Trim());
    }

    // A line of text behind an item belongs to the item; behind a paragraph it continues the paragraph.
    private static IReadOnlyList<string> Joined(TextBlock block, BlockKind kind, string text) =>
        kind == BlockKind.Paragraph ? [.. block.Lines.SkipLast(1), $"{block.Lines[^1]} {text}"] : [.. block.Lines, text];

    [GeneratedRegex(@"^\s*[-*+]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*[0-9]{1,3}[.)]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(#{1,6}\s+|>\s?)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(\*\*|__|`)(?<text>[^*_`]+)\1", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
