using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>One example of an answer, with everything that has to be sent to get it.</summary>
internal sealed record Example(string Name, string Method, string Path, JsonArray Parameters, ExampleBody? Body, int Status, string? MediaType, JsonNode? Schema, JsonNode? Value)
{
    // An answer without a body is an example, too: of what the known things get.
    private static readonly JsonObject Nothing = new() { [""] = new JsonObject { ["examples"] = new JsonObject { ["known"] = new JsonObject() } } };

    /// <summary>All of the description, in its order.</summary>
    public static IEnumerable<Example> AllOf(ApiDescription api) =>
        from operation in api.Operations()
        from answer in operation.Operation["responses"]!.AsObject()
        from content in api.Resolve(answer.Value!)["content"]?.AsObject() ?? Nothing
        from example in content.Value!["examples"]?.AsObject() ?? []
        select new Example(
            example.Key, operation.Method, operation.Path, operation.Parameters, BodyFor(operation.Operation, example.Key),
            int.Parse(answer.Key, System.Globalization.CultureInfo.InvariantCulture), content.Key.Length == 0 ? null : content.Key, content.Value["schema"], example.Value!["value"]);

    /// <summary>The examples of bodies: each has to be one of an answer too.</summary>
    public static IEnumerable<string> BodiesOf(JsonObject operation) => ExampleBody.AllOf(operation).Select(body => body.Name);

    /// <summary>The value of a parameter: the one of this name; of a required parameter else the first one.</summary>
    public string? ValueOf(JsonNode parameter)
    {
        var examples = parameter["examples"]?.AsObject();
        var value = examples?[Name] ?? ((bool?)parameter["required"] == true ? examples?.First().Value : null);
        return value?["value"]?.ToString();
    }

    public override string ToString() => $"{Method} {Path} {Status} {Name}";

    private static ExampleBody? BodyFor(JsonObject operation, string name)
    {
        var bodies = ExampleBody.AllOf(operation).ToList();
        return bodies.Find(body => body.Name == name) ?? bodies.FirstOrDefault();
    }
}
