using System.Net;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.OpenApi;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Every route of the API as every role: the routes and their rights come from the description, which is compared with the service.</summary>
public sealed class ApiRightsTests(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    private const string Nothing = "AAAAAAAAAAAAAAAAAAAAAA";

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_route_refuses_the_roles_that_lack_its_right_and_no_others(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var routes = Routes();
        Assert.True(routes.Count > 40, $"Only {routes.Count} routes ask for a right.");
        foreach (var role in Enum.GetValues<Role>())
        {
            var email = $"{role}.{kind}@matrix.example";
            using var person = await Staff.JoinAsync(service, email, RoleList.NameOf(role));
            using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
            var rights = RightsOfRoles.Of([role]);
            foreach (var (method, path, scopes) in routes)
            {
                using var request = new HttpRequestMessage(new(method), path.Replace("{id}", Nothing, StringComparison.Ordinal).Replace("{delivery}", Nothing, StringComparison.Ordinal));
                request.Content = method is "POST" or "PUT" or "PATCH" ? Samples.Json("{}") : null;
                using var answer = await client.SendAsync(request);
                var isRefused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                Assert.True(isRefused != scopes.Any(rights.IsSupersetOf), $"{role}: {method} {path} ({string.Join(" or ", scopes.Select(all => string.Join(' ', all)))}) answered {answer.StatusCode}");
                Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.True((int)answer.StatusCode < 500, $"{role}: {method} {path} answered {answer.StatusCode}");
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_token_every_route_that_asks_for_a_right_answers_401(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        foreach (var (method, path, _) in Routes())
        {
            using var request = new HttpRequestMessage(new(method), path.Replace("{id}", Nothing, StringComparison.Ordinal).Replace("{delivery}", Nothing, StringComparison.Ordinal));
            using var answer = await service.Anonymous.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {answer.StatusCode}");
        }
    }

    // Of each route, the rights of which one is enough.
    private static List<(string Method, string Path, string[][] Scopes)> Routes() =>
    [
        .. from operation in ApiDescription.Published.Operations()
           let scopes = (operation.Operation["security"]?.AsArray() ?? []).Select(one => one!["apiKey"]!.AsArray().Select(scope => (string)scope!).ToArray()).Where(all => all.Length > 0).ToArray()
           where scopes.Length > 0
           select (operation.Method, operation.Path, scopes),
    ];
}
