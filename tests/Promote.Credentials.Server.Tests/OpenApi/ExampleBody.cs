using System.Text;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>One example of a body in its media type: JSON, a form whose fields are the members, or text as it is.</summary>
internal sealed record ExampleBody(string Name, string MediaType, JsonNode Value)
{
    public static IEnumerable<ExampleBody> AllOf(JsonObject operation) =>
        from content in operation["requestBody"]?["content"]?.AsObject() ?? []
        from example in content.Value!["examples"]?.AsObject() ?? []
        select new ExampleBody(example.Key, content.Key, example.Value!["value"]!);

    /// <summary>The body as it is sent, about the real things.</summary>
    public HttpContent About(Func<string, string> real) => MediaType switch
    {
        "application/json" => new StringContent(real(Value.ToJsonString()), Encoding.UTF8, MediaType),
        "application/x-www-form-urlencoded" => new FormUrlEncodedContent(Value.AsObject().Select(field => KeyValuePair.Create(field.Key, real(field.Value!.ToString())))),
        _ => new StringContent(real((string)Value!), Encoding.UTF8, MediaType),
    };
}
