using System.Net;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>One issuer's client sees nothing of another's, on any route: the routes come from the running service.</summary>
public sealed class IsolationTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Another_issuers_ids_answer_404_on_every_route_exactly_as_unknown_ids_do()
    {
        var things = await (await Things.MakeAsync(service.First)).WithNetworkAsync(service.First);
        var tried = 0;
        foreach (var operation in Operation.Of(service.Services).Where(operation => operation.Route.StartsWith("/api/v1/", StringComparison.Ordinal) && operation.Route.Contains('{')))
        {
            var id = things.IdFor(operation.Route);
            var foreign = await SendAsync(operation, id);
            var unknown = await SendAsync(operation, RandomId.New());
            var malformed = await SendAsync(operation, "1%20or%201=1");

            Assert.True(foreign.Status == HttpStatusCode.NotFound, $"{operation} answered {foreign.Status}");
            Assert.Equal(unknown, foreign);
            Assert.Equal(unknown, malformed);
            tried++;
        }

        Assert.True(tried >= 8, $"Only {tried} operations take an id.");
        Assert.Equal(HttpStatusCode.OK, (await service.First.GetAsync($"/api/v1/achievements/{things.AchievementId}")).StatusCode);
    }

    // ESCO belongs to nobody.
    [Fact]
    public async Task Lists_hold_nothing_of_another_issuer()
    {
        var things = await (await Things.MakeAsync(service.First)).WithNetworkAsync(service.First);
        foreach (var operation in Operation.Of(service.Services).Where(operation => operation.Method == "GET" && operation.Route.StartsWith("/api/v1/", StringComparison.Ordinal)
            && !operation.Route.StartsWith("/api/v1/esco/", StringComparison.Ordinal) && !operation.Route.Contains('{')))
        {
            var text = await service.Second.GetStringAsync(operation.Route);
            Assert.DoesNotContain(things.IssuerId, text, StringComparison.Ordinal);
            Assert.DoesNotContain(things.IdFor(operation.Route), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_award_of_another_issuers_achievement_is_refused_as_one_of_an_unknown_achievement()
    {
        var things = await Things.MakeAsync(service.First);
        using var foreign = await service.Second.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(things.AchievementId)));
        using var unknown = await service.Second.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(RandomId.New())));

        Assert.Equal((HttpStatusCode)422, foreign.StatusCode);
        Assert.Equal("/achievement", (await Problem.ReadAsync(foreign)).Errors!.Single().Pointer);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await foreign.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(Operation operation, string id)
    {
        using var request = new HttpRequestMessage(new(operation.Method), operation.Route.Replace("{id}", id, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = (operation.Method, operation.Route) switch
        {
            (_, "/api/v1/issuer-keys/{id}/compromise") => Samples.Json("""{"at": "2026-01-01T00:00:00Z"}"""),
            (_, "/api/v1/awards/{id}/revoke" or "/api/v1/awards/{id}/suspend" or "/api/v1/awards/{id}/reinstate") => Samples.Json("""{"reason": "A mistake"}"""),
            (_, "/api/v1/awards/{id}/replace") => Samples.Json("{}"),
            (_, "/api/v1/awards/{id}/renew") => Samples.Json("""{"awardedOn": "2026-03-20"}"""),
            (_, "/api/v1/learners/{id}/merge") => Samples.Json("""{"learner": "AAAAAAAAAAAAAAAAAAAAAA"}"""),
            (_, "/api/v1/learners/{id}/erase") => Samples.Json("""{"reason": "requested"}"""),
            (_, "/api/v1/webhooks/{id}/replay") => Samples.Json("""{"since": "2026-01-01"}"""),
            (_, "/api/v1/assessments/{id}/return" or "/api/v1/assessments/{id}/reject" or "/api/v1/assessments/{id}/appeal") => Samples.Json("""{"reason": "A mistake"}"""),
            ("PUT", "/api/v1/assessments/{id}") => Samples.Json("{}"),
            ("PATCH", "/api/v1/webhooks/{id}") => Samples.Json("""{"enabled": false}"""),
            ("PUT", "/api/v1/issuers/{id}") => Samples.Json(Samples.IssuerProfile),
            ("PUT", "/api/v1/pathways/{id}") => Samples.Json("""{"name": {"en": "Another"}, "root": {"id": "all"}}"""),
            ("PUT", "/api/v1/profiles/{id}") => Samples.Json("""{"name": {"en": "Another"}, "occupation": "http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312"}"""),
            (_, "/api/v1/pathways/{id}/progress") => Samples.Json("""{"email": "somebody@example.org"}"""),
            ("PUT", "/api/v1/people/{id}") => Samples.Json("""{"roles": ["reader"]}"""),
            ("PUT", _) => Samples.Json(Samples.Achievement),
            _ => null,
        };
        using var answer = await service.Second.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
