using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>One method of one route that the service answers.</summary>
internal sealed record Operation(string Method, string Route)
{
    /// <summary>All of them, as the running service knows them: <c>GET /api/v1/awards/{id}</c>.</summary>
    public static IReadOnlyList<Operation> Of(IServiceProvider services) =>
    [
        .. (from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            select new Operation(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))).Distinct(),
    ];

    public override string ToString() => $"{Method} {Route}";
}
