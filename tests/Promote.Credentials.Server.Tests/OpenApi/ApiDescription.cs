using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.JsonSchema;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>openapi.yaml, read once.</summary>
internal sealed class ApiDescription
{
    private readonly JsonNode root = Yaml.Read(Repository.Read("openapi.yaml"));

    public static ApiDescription Published { get; } = new();

    /// <summary>Every path with every method, as <c>GET /api/v1/awards/{id}</c>, and what is said of it.</summary>
    public IEnumerable<(string Method, string Path, JsonObject Operation, JsonArray Parameters)> Operations() =>
        from path in root["paths"]!.AsObject()
        let shared = path.Value!["parameters"]?.AsArray() ?? []
        from member in path.Value!.AsObject()
        where member.Key != "parameters"
        let operation = member.Value!.AsObject()
        select (member.Key.ToUpperInvariant(), path.Key, operation, new JsonArray([.. shared.Concat(operation["parameters"]?.AsArray() ?? []).Select(one => Resolve(one!).DeepClone())]));

    /// <summary>What a reference leads to, or the node itself.</summary>
    public JsonNode Resolve(JsonNode node) =>
        (string?)node["$ref"] is not { } reference
            ? node
            : reference.Split('/')[1..].Aggregate(root, (part, name) => part[name] ?? throw new InvalidDataException($"{reference} leads nowhere."));

    /// <summary>What a JSON text lacks to be what a schema of the description says.</summary>
    public IReadOnlyList<SchemaViolation> Violations(JsonNode schema, string json)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = root["components"]!["schemas"]!.DeepClone();

        // Our validator knows what the Open Badges schemas use: definitions stand in $defs, and every number is a number.
        var text = whole.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)
            .Replace("\"integer\"", "\"number\"", StringComparison.Ordinal);
        return JsonSchema.Parse(JsonSerializer.Deserialize<JsonElement>(text)).Validate(JsonSerializer.Deserialize<JsonElement>(json));
    }
}
