using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Promote.Credentials.Server.VcApi;

/// <summary>An answer of the VC-API: one JSON object.</summary>
internal static class VcApiJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object whose members are written, with this status.</summary>
    public static IActionResult Answer(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new JsonAnswer(buffer.WrittenSpan.ToArray(), status);
    }

    private sealed class JsonAnswer(byte[] json, int status) : FileContentResult(json, "application/json; charset=utf-8")
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = status;
            return base.ExecuteResultAsync(context);
        }
    }
}
