using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>openapi.yaml and the running service say the same.</summary>
public sealed class OpenApiTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly ApiDescription Api = ApiDescription.Published;

    [Fact]
    public void Every_route_is_described_and_every_description_is_a_route()
    {
        // The desk is pages for people: what it does, the API does.
        var served = Operation.Of(service.Services).Where(operation => operation.Route.Split('/')[1] != "desk").Select(operation => operation.ToString()).ToArray();
        var described = Api.Operations().Select(operation => $"{operation.Method} {operation.Path}").ToArray();
        Assert.Empty(served.Except(described));
        Assert.Empty(described.Except(served));
    }

    [Fact]
    public void Every_scope_is_the_one_that_the_operation_asks_for()
    {
        var asked = (
            from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from scope in endpoint.Metadata.GetOrderedMetadata<AccessAttribute>().SelectMany(access => access.Or.Prepend(access.Scope)).Distinct()
            from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')} {scope}").Order(StringComparer.Ordinal);
        var described =
            from operation in Api.Operations()
            from requirement in operation.Operation["security"]!.AsArray()
            from scope in requirement!["apiKey"]!.AsArray()
            select $"{operation.Method} {operation.Path} {scope}";
        Assert.Equal(asked, described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_example_of_a_body_leads_to_an_example_of_an_answer()
    {
        var answers = Example.AllOf(Api).ToLookup(example => $"{example.Method} {example.Path}", example => example.Name);
        foreach (var (method, path, operation, _) in Api.Operations())
        {
            Assert.NotEmpty(answers[$"{method} {path}"]);
            Assert.Empty(Example.BodiesOf(operation).Except(answers[$"{method} {path}"]));
        }
    }

    [Fact]
    public async Task Every_example_gets_the_status_and_the_shape_that_it_stands_under()
    {
        DocumentedThings? documented = null;
        foreach (var example in Example.AllOf(Api))
        {
            documented ??= await DocumentedThings.MakeAsync(service);
            using var request = documented.Request(example);
            using var answer = await Client(example).SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();

            Assert.True((int)answer.StatusCode == example.Status, $"{example} answered {(int)answer.StatusCode} {text}");
            Assert.Equal(example.MediaType, answer.Content.Headers.ContentType?.MediaType);
            if (example.Value is JsonObject)
            {
                AssertFits(example, "answer", text);
                AssertFits(example, "example", example.Value.ToJsonString());
            }

            if (example.MediaType == "application/problem+json")
            {
                Assert.Equal(Reasons(example.Value!.ToJsonString()), Reasons(text));
            }
            else if (example.Method != "GET")
            {
                // What changed is not what the next example is about.
                documented = null;
            }
        }
    }

    private HttpClient Client(Example example) => example switch
    {
        { Name: "withoutKey" } => service.Anonymous,
        { Name: "withoutScope" } => service.Powerless,
        { Path: "/vc-api/credentials/issue" or "/vc-api/credentials/status" } => service.First,
        { Path: not ['/', 'a', 'p', 'i', ..] } => service.Anonymous,
        { Method: "POST", Path: "/api/v1/issuers" or "/api/v1/esco/imports" } => service.Operator,
        _ => service.First,
    };

    private static IEnumerable<string> Reasons(string problem) =>
        JsonSerializer.Deserialize<Problem>(problem, JsonSerializerOptions.Web)!.Errors!.Select(error => $"{error.Code} {error.Pointer}");

    private static void AssertFits(Example example, string what, string json)
    {
        var violations = Api.Violations(example.Schema!, json);
        Assert.True(violations.Count == 0, $"The {what} of {example} does not fit its schema: {string.Join("; ", violations)} in {json}");
    }
}
