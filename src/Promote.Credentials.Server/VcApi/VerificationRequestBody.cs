using System.Runtime.InteropServices;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.VcApi;

/// <summary>What the VC-API hands in to be verified: <c>{"verifiableCredential": {…}, "options": {"challenge", "domain"}}</c>.</summary>
/// <param name="Document">The document; undefined where the body has none.</param>
/// <param name="Challenge">What a presentation has to answer; null takes any.</param>
/// <param name="Domain">For whom a presentation has to be made; null takes any.</param>
internal sealed record VerificationRequestBody(ReadOnlyMemory<byte> Document, string? Challenge, string? Domain)
{
    /// <summary>Reads a body; null where it is not strict JSON, or the member is no object.</summary>
    public static async Task<VerificationRequestBody?> ReadAsync(HttpRequest request, string member, CancellationToken cancellationToken)
    {
        var utf8 = await ReceivedBody.ReadAsync(request, StrictBody.MaxBytes, cancellationToken);
        try
        {
            using var body = StrictJson.Parse(utf8, StrictBody.MaxBytes);
            var root = body.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(member, out var document) || document.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var options = root.TryGetProperty("options", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
            return new(JsonMarshal.GetRawUtf8Value(document).ToArray(), Text(options, "challenge"), Text(options, "domain"));
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
