using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Promote.Credentials.LinkedData.Json;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): equal values become equal bytes.</summary>
public static class Jcs
{
    /// <summary>The canonical UTF-8 form of a value.</summary>
    /// <exception cref="MalformedJsonException">
    /// A string holds half of a surrogate pair or a number is out of range; values from <see cref="StrictJson"/> have neither.
    /// </exception>
    public static byte[] Canonicalize(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, output);
                break;
            case JsonValueKind.Array:
                WriteArray(value, output);
                break;
            case JsonValueKind.String:
                JcsText.Write(Text(value), output);
                break;
            case JsonValueKind.Number:
                WriteNumber(value, output);
                break;
            default:
                output.Write(value.ValueKind switch
                {
                    JsonValueKind.True => "true"u8,
                    JsonValueKind.False => "false"u8,
                    JsonValueKind.Null => "null"u8,
                    _ => throw new ArgumentException("The element has no value.", nameof(value)),
                });
                break;
        }
    }

    private static void WriteObject(JsonElement value, ArrayBufferWriter<byte> output)
    {
        var members = new List<(string Name, JsonElement Value)>(value.GetPropertyCount());
        foreach (JsonProperty member in value.EnumerateObject())
        {
            members.Add((Name(member), member.Value));
        }

        // RFC 8785 §3.2.3: sorted by UTF-16 code units, which is what an ordinal comparison does.
        members.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        byte separator = (byte)'{';
        foreach ((string name, JsonElement member) in members)
        {
            output.Write([separator]);
            JcsText.Write(name, output);
            output.Write(":"u8);
            Write(member, output);
            separator = (byte)',';
        }

        output.Write(members.Count == 0 ? "{}"u8 : "}"u8);
    }

    private static void WriteArray(JsonElement value, ArrayBufferWriter<byte> output)
    {
        byte separator = (byte)'[';
        foreach (JsonElement item in value.EnumerateArray())
        {
            output.Write([separator]);
            Write(item, output);
            separator = (byte)',';
        }

        output.Write(separator == '[' ? "[]"u8 : "]"u8);
    }

    private static void WriteNumber(JsonElement value, ArrayBufferWriter<byte> output)
    {
        double number = value.GetDouble();
        if (!double.IsFinite(number))
        {
            throw new MalformedJsonException("number", "", "The number does not fit a double.");
        }

        Encoding.ASCII.GetBytes(EcmaScriptNumber.Format(number), output);
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw LoneSurrogate();
        }
    }

    private static MalformedJsonException LoneSurrogate() =>
        new("invalidText", "", "A string holds half of a surrogate pair.");
}
