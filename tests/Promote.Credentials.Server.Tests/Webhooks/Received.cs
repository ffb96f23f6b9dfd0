using System.Text.Json;

namespace Promote.Credentials.Server.Tests.Webhooks;

/// <summary>One try as a receiver sees it.</summary>
internal sealed record Received(string Path, string Id, string Timestamp, string Signature, string? ContentType, byte[] Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");
}
