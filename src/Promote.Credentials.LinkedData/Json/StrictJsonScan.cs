using System.Text.Json;
using System.Text.Unicode;

namespace Promote.Credentials.LinkedData.Json;

/// <summary>One pass over the tokens of a text that knows at each moment where it is, so that a refusal can name the place.</summary>
internal ref struct StrictJsonScan(ReadOnlySpan<byte> utf8)
{
    private const double LargestSafeInteger = 9007199254740991; // 2^53 - 1, RFC 7493 §2.2

    private readonly ReadOnlySpan<byte> utf8 = utf8;

    // One level more than allowed, so that the refusal is ours and has our code.
    private Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth + 1 });
    private readonly Level[] levels = new Level[StrictJson.MaxDepth];
    private int depth;

    public void Run()
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new MalformedJsonException("invalidText", "", "The document is not UTF-8.");
        }

        try
        {
            while (reader.Read())
            {
                Check();
            }
        }
        catch (JsonException e)
        {
            throw Refuse("syntax", $"Not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    private void Check()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Enter(Text());
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                depth--;
                break;
            default:
                CheckValue();
                break;
        }
    }

    private void CheckValue()
    {
        if (depth > 0 && levels[depth - 1].Names is null)
        {
            levels[depth - 1].Index++;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Open(new Level { Names = new HashSet<string>(StringComparer.Ordinal) });
                break;
            case JsonTokenType.StartArray:
                Open(new Level { Index = -1 });
                break;
            case JsonTokenType.String when reader.ValueIsEscaped:
                Text();
                break;
            case JsonTokenType.Number:
                CheckNumber();
                break;
        }
    }

    private void Open(Level level)
    {
        if (depth == StrictJson.MaxDepth)
        {
            throw Refuse("tooDeep", $"The document nests deeper than {StrictJson.MaxDepth} levels.");
        }

        levels[depth++] = level;
    }

    private readonly void Enter(string name)
    {
        ref Level level = ref levels[depth - 1];
        level.Name = name;
        if (!level.Names!.Add(name))
        {
            throw Refuse("duplicateMember", "The member occurs twice in its object.");
        }
    }

    private readonly string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Raw bytes are valid UTF-8 already, so only an escape such as "\ud800" can be wrong.
            throw Refuse("invalidText", "A string holds half of a surrogate pair.");
        }
    }

    private readonly void CheckNumber()
    {
        double value = reader.GetDouble();
        bool integer = reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        if (!double.IsFinite(value) || (integer && Math.Abs(value) > LargestSafeInteger))
        {
            throw Refuse("number", "The number does not fit a double without loss (RFC 7493 §2.2).");
        }
    }

    private readonly MalformedJsonException Refuse(string code, string message)
    {
        string pointer = "";
        foreach (Level level in levels.AsSpan(0, depth))
        {
            pointer = level switch
            {
                { Names: null, Index: >= 0 } => JsonPointer.Append(pointer, level.Index),
                { Name: { } name } => JsonPointer.Append(pointer, name),
                _ => pointer,
            };
        }

        return new MalformedJsonException(code, pointer, message);
    }

    /// <summary>An open object (it has names) or array (it has an index).</summary>
    private struct Level
    {
        public HashSet<string>? Names;
        public string? Name;
        public int Index;
    }
}
