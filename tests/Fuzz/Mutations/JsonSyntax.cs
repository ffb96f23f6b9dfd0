using System.Text;
using System.Text.Json;

namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>JSON: its parts are values, names, and members whole.</summary>
internal sealed class JsonSyntax(params IReadOnlyList<string> words) : Syntax
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1e400", "-1", "1.5", "9007199254740993", "123456789012345678901234567890", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]", "[{}]",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\u202e\"", "\"\ufeff\"", "\"2026-02-30T25:61:61Z\"", "\"9999-12-31T23:59:60Z\"", "\"-P9999999999Y\"",
        "\"@id\"", "\"@type\"", "\"@context\"", "\"@graph\"", "\"@nest\"", "\"@vocab\"", "\"@reverse\"", "\"@none\"", "\"_:b0\"", "\"#\"", "\"//\"", "\"..\"", "\"urn:\"", "\"did:key:z\"", "\"data:,\"",
        "{\"@value\":1}", "{\"@value\":null}", "{\"@value\":\"x\",\"@language\":\"en\"}", "{\"@list\":[]}", "{\"@set\":[]}", "{\"@id\":\"_:b0\"}", "{\"@graph\":[]}", "{\"@type\":\"@json\",\"@value\":{}}", "{\"id\":\"urn:x:y\"}",
        "\"https://school.example:0/%00\"", "\"https://[::1]:99999/\"", "\"http://\\u0130.example/\"", "\"xn--\"", "1E-400", "0.1e1", "01", "+1", ".5", "NaN", "'x'", "/**/1",
    ];

    protected override byte[] Between => ","u8.ToArray();

    protected override IReadOnlyList<Part> Parts(byte[] document)
    {
        List<Part> parts = [];
        Stack<int> open = [];
        Stack<int> names = [];
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
                var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        // The colon was consumed with the name.
                        parts.Add(new Part(start, document.AsSpan(0, end).LastIndexOf((byte)'"') + 1));
                        names.Push(start);
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(names.TryPeek(out _) && !IsInArray(open, names) ? names.Pop() : -1);
                        open.Push(start);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        parts.Add(new Part(open.Pop(), end));
                        AddMember(parts, open.Pop(), end);
                        break;
                    default:
                        parts.Add(new Part(start, end));
                        AddMember(parts, names.TryPeek(out var name) && !IsInArray(open, names) ? names.Pop() : -1, end);
                        break;
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return parts;
    }

    protected override byte[] Word(byte[] replaced, Dice dice) => dice.Below(12) switch
    {
        0 => Nested(dice, "[", "]"),
        1 => Nested(dice, "{\"a\":", "}"),
        2 => Encoding.UTF8.GetBytes($"\"{new string('x', 1 << dice.Below(16))}\""),
        3 => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat(Encoding.UTF8.GetString(replaced), 1 << dice.Below(13)))),
        4 => [.. "["u8, .. replaced, .. "]"u8],
        5 or 6 when words.Count > 0 => Encoding.UTF8.GetBytes(dice.Pick(words)),
        _ => Encoding.UTF8.GetBytes(dice.Pick(Values)),
    };

    // A name stands open only while the value behind it has not begun.
    private static bool IsInArray(Stack<int> open, Stack<int> names) => open.TryPeek(out var container) && names.Peek() < container;

    private static void AddMember(List<Part> parts, int name, int end)
    {
        if (name >= 0)
        {
            parts.Add(new Part(name, end));
        }
    }

    private static byte[] Nested(Dice dice, string opening, string closing)
    {
        var depth = dice.Pick([8, 31, 32, 64, 1000, 20_000]);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, depth)) + "1" + string.Concat(Enumerable.Repeat(closing, depth)));
    }
}
