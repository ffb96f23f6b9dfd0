using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>One method of one route that the service answers.</summary>
internal sealed record Operation(string Method, string Route)
{
    /// <summary>All of them, as the running service knows them: <c>GET /api/v1/awards/{id}</c>.</summary>
    public static IReadOnlyList<Operation> Of(IServiceProvider services) =>
    [
        .. (from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["(any method)"]
            where method != "HEAD"
            from route in Routes(endpoint.RoutePattern)
            select new Operation(method, route)).Distinct(),
    ];

    // A pattern as OpenAPI writes it: no constraints, and a route for each number of optional segments.
    private static IEnumerable<string> Routes(RoutePattern pattern)
    {
        var route = "";
        foreach (var segment in pattern.PathSegments)
        {
            if (segment.Parts is [RoutePatternParameterPart { IsOptional: true }])
            {
                yield return route;
            }

            route += "/" + string.Concat(segment.Parts.Select(part => part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content));
        }

        yield return route.Length == 0 ? "/" : route;
    }

    public override string ToString() => $"{Method} {Route}";
}
