using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Roles given and taken at the desk.</summary>
public sealed class DeskPeopleTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Other_roles_count_from_the_next_request_on_and_none_removes_somebody(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var administrator = await Staff.JoinAsync(service, $"admin.{kind}@roles.example", "administrator");
        using var person = await Staff.JoinAsync(service, $"person.{kind}@roles.example", "reader");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/desk/assessments/new")).StatusCode);
        var id = await IdAsync(service, person.Email);

        using var changed = await administrator.PostAsync("/desk/people", ("do", "roles"), ("id", id), ("role", "assessor"), ("role", "reader"));
        Assert.Equal("/desk/people?changed=true", changed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/desk/assessments/new")).StatusCode);

        using var removed = await administrator.PostAsync("/desk/people", ("do", "roles"), ("id", id));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/desk/assessments/new")).StatusCode);
        Assert.DoesNotContain(person.Email, await administrator.ReadAsync("/desk/people"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_changes_their_own_roles_or_those_of_another_issuers_people(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var administrator = await Staff.JoinAsync(service, $"own.{kind}@roles.example", "administrator");
        var own = await IdAsync(service, administrator.Email);
        Assert.DoesNotContain($"value=\"{own}\"", await administrator.ReadAsync("/desk/people"), StringComparison.Ordinal);
        using var changed = await administrator.PostAsync("/desk/people?lang=de", ("do", "roles"), ("id", own), ("role", "administrator"), ("role", "validator"));
        Assert.Equal((HttpStatusCode)422, changed.StatusCode);
        Assert.Contains("Rollen: Das muss jemand anderes tun.", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("administrator", await RolesAsync(service, own));

        service.ActFor(services.Another(kind));
        using var foreigner = await Staff.JoinAsync(service, $"foreigner.{kind}@roles.example", "administrator");
        using var foreign = await foreigner.PostAsync("/desk/people", ("do", "roles"), ("id", own), ("role", "reader"));
        Assert.Equal((HttpStatusCode)422, foreign.StatusCode);
        Assert.Equal("administrator", await RolesAsync(service, own));
    }

    private static async Task<string> IdAsync(TestedService service, string email) =>
        (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray().Single(person => person.GetProperty("email").GetString() == email).GetProperty("id").GetString()!;

    private static async Task<string> RolesAsync(TestedService service, string id) =>
        (string)(await service.Database.QueryAsync($"SELECT roles FROM memberships WHERE id = '{id}'")).Single()[0];
}
