using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Promote.Credentials.Formats;

/// <summary>One JSON object without white space: what is signed and published.</summary>
internal static class CompactJson
{
    private const int UsualSize = 8192;

    // The documents are JSON, never script: letters of every language stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object with the given members, UTF-8.</summary>
    internal static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
