using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>
/// Reads the part of YAML 1.2 in which openapi.yaml is written: block mappings and sequences by indentation, plain and
/// double-quoted scalars, <c>|</c> blocks, and JSON over one or several lines. Anything else fails the test.
/// </summary>
internal sealed class Yaml
{
    private readonly string[] lines;
    private int at;

    private Yaml(string text) => lines = text.Split('\n');

    public static JsonNode Read(string text)
    {
        var yaml = new Yaml(text);
        var root = yaml.ReadBlock(0);
        yaml.SkipEmpty();
        return yaml.at == yaml.lines.Length ? root! : throw yaml.Wrong("An indentation that fits nothing");
    }

    private JsonNode? ReadBlock(int indent)
    {
        SkipEmpty();
        return IsItem(lines[at].AsSpan(indent)) ? ReadSequence(indent) : ReadMapping(indent);
    }

    private JsonArray ReadSequence(int indent)
    {
        var items = new JsonArray();
        for (; IsAt(indent) && IsItem(lines[at].AsSpan(indent)); SkipEmpty())
        {
            // "- key: value" is a mapping that begins behind the dash.
            var rest = lines[at][(indent + 2)..];
            lines[at] = new string(' ', indent + 2) + rest;
            items.Add(KeyEnd(rest) >= 0 ? ReadMapping(indent + 2) : ReadInline(rest));
        }

        return items;
    }

    private JsonObject ReadMapping(int indent)
    {
        var members = new JsonObject();
        for (SkipEmpty(); IsAt(indent); SkipEmpty())
        {
            var line = lines[at][indent..];
            var end = KeyEnd(line);
            if (end < 0)
            {
                throw Wrong("A line without a key");
            }

            members.Add(line[..end].Trim('"'), ReadValue(line[(end + 1)..].Trim(), indent));
        }

        return members;
    }

    private JsonNode? ReadValue(string text, int indent)
    {
        if (text.Length > 0)
        {
            return text == "|" ? ReadText(indent) : ReadInline(text);
        }

        at++;
        SkipEmpty();
        return at < lines.Length && Indent(lines[at]) > indent ? ReadBlock(Indent(lines[at])) : throw Wrong("A key without a value");
    }

    private JsonValue ReadText(int indent)
    {
        var block = new List<string>();
        for (at++; at < lines.Length && (lines[at].Length == 0 || Indent(lines[at]) > indent); at++)
        {
            block.Add(lines[at].TrimStart());
        }

        return JsonValue.Create(string.Join('\n', block).TrimEnd() + "\n");
    }

    // JSON is YAML. It goes on until its brackets are closed, wherever the lines begin; names of plain lists need no quotes.
    private JsonNode? ReadInline(string text)
    {
        at++;
        if (text[0] is not ('{' or '['))
        {
            return Scalar(text);
        }

        while (IsOpen(text))
        {
            text += lines[at++].Trim();
        }

        return text[0] == '[' && !text.Contains('{')
            ? new JsonArray([.. text[1..^1].Split(',').Where(item => item.Length > 0).Select(item => Scalar(item.Trim()))])
            : JsonNode.Parse(text);
    }

    private static bool IsOpen(string json)
    {
        var (depth, quoted) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            quoted ^= json[i] == '"' && json[i - 1] != '\\';
            depth += quoted ? 0 : json[i] switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        return depth > 0;
    }

    private static JsonNode? Scalar(string text) => text switch
    {
        "null" => null,
        "true" or "false" => JsonNode.Parse(text),
        _ when text[0] == '"' || text.All(char.IsAsciiDigit) => JsonNode.Parse(text),
        _ when text.Contains(": ", StringComparison.Ordinal) || "&*!>%@`'".Contains(text[0]) => throw new FormatException($"Quote {text}"),
        _ => JsonValue.Create(text),
    };

    private static int KeyEnd(string line)
    {
        var end = line[0] == '"' ? line.IndexOf("\":", StringComparison.Ordinal) + 1 : line.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && line[0] is not ('{' or '[') && (end == line.Length - 1 || line[end + 1] == ' ') ? end : -1;
    }

    private static bool IsItem(ReadOnlySpan<char> text) => text.StartsWith("- ");

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private bool IsAt(int indent) => at < lines.Length && Indent(lines[at]) == indent;

    private void SkipEmpty()
    {
        while (at < lines.Length && lines[at].AsSpan().TrimStart() is [] or ['#', ..])
        {
            at++;
        }
    }

    private FormatException Wrong(string what) => new($"{what}, in line {at + 1} of openapi.yaml");
}
