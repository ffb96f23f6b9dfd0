using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Profiles;

public sealed class ProfileTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_profile_has_the_skills_of_its_occupation_and_its_own(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);

        var shown = await service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/profiles/{profile.Id}?language=de");

        var skills = shown.GetProperty("skills").EnumerateArray().ToList();
        var essential = skills.Single(skill => skill.TryGetProperty("esco", out var esco) && esco.GetString() == Profile.Essential);
        Assert.Equal(("essential", false), (essential.GetProperty("relation").GetString(), essential.GetProperty("added").GetBoolean()));
        var added = skills.Single(skill => skill.TryGetProperty("esco", out var esco) && esco.GetString() == Profile.Another);
        Assert.Equal(("essential", true, "ein Rehabilitationsprogramm entwickeln"), (added.GetProperty("relation").GetString(), added.GetProperty("added").GetBoolean(), added.GetProperty("label").GetString()));
        var own = skills.Single(skill => skill.TryGetProperty("id", out _));
        Assert.Equal(("mothers", "optional", true), (own.GetProperty("id").GetString(), own.GetProperty("relation").GetString(), own.GetProperty("added").GetBoolean()));
        Assert.Contains("ESCO classification of the European Commission", shown.GetProperty("attribution").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_profile_is_changed_by_whoever_saw_its_newest_state_only(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);

        using var changed = await PutAsync(service.Client, profile.Id, "\"1\"");
        using var stale = await PutAsync(service.Client, profile.Id, "\"1\"");
        using var blind = await PutAsync(service.Client, profile.Id, null);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, (HttpStatusCode)428], new[] { changed, stale, blind }.Select(answer => answer.StatusCode));
        Assert.Contains("With another title", await service.Client.GetStringAsync($"/api/v1/profiles/{profile.Id}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_ESCO_does_not_have_here_is_in_no_profile_and_no_achievement(Database kind)
    {
        const string Nothing = "00000000-0000-4000-8000-000000000000";
        var (service, _) = await services.OnAsync(kind);
        var achievement = JsonNode.Parse(Samples.Achievement)!;
        achievement["occupation"] = $"http://data.europa.eu/esco/occupation/{Nothing}";
        achievement["outcomes"]![0]!["esco"] = $"http://data.europa.eu/esco/skill/{Nothing}";

        using var ofProfile = await service.Client.PostAsync("/api/v1/profiles", Samples.Json(Profile.Body().Replace(Profile.Another, $"http://data.europa.eu/esco/skill/{Nothing}", StringComparison.Ordinal)));
        using var ofAchievement = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(achievement.ToJsonString()));

        Assert.Equal("/additions/0/esco PC-R004", await RefusedAsync(ofProfile));
        Assert.Equal("/outcomes/0/esco PC-R004, /occupation PC-R004", await RefusedAsync(ofAchievement));
        Assert.Empty((await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/profiles")).GetProperty("items").EnumerateArray());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_outcome_names_only_a_skill_that_a_profile_of_the_network_added(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        service.ActFor(services.Another(kind));

        foreach (var (id, skill) in new[] { (profile.Id, "mothers"), ("AAAAAAAAAAAAAAAAAAAAAA", "mothers") })
        {
            var content = JsonNode.Parse(Samples.Achievement)!;
            content["outcomes"]![0]!["profileSkill"] = new JsonObject { ["profile"] = id, ["skill"] = skill };
            using var refused = await service.Client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
            Assert.Equal("/outcomes/0/profileSkill PC-R004", await RefusedAsync(refused));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_member_of_the_network_sees_a_profile_and_cannot_change_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        var member = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json($$"""{"member": "{{member.Slug}}"}"""));
        Assert.Equal(HttpStatusCode.Created, accredited.StatusCode);
        service.ActFor(member);

        using var shown = await service.Client.GetAsync($"/api/v1/profiles/{profile.Id}");
        using var changed = await PutAsync(service.Client, profile.Id, "*");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], new[] { shown.StatusCode, changed.StatusCode });
        Assert.Contains(profile.Id, await service.Client.GetStringAsync("/api/v1/profiles"));
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync());
        return string.Join(", ", (await Problem.ReadAsync(answer)).Errors!.Select(error => $"{error.Pointer} {error.Code}"));
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string id, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/profiles/{id}") { Content = Samples.Json(Profile.Body("With another title")) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return client.SendAsync(request);
    }
}
