using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>The people of an issuer over the API.</summary>
public sealed class PeopleTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_was_invited_is_listed_and_then_who_accepted(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        _ = await Staff.InviteAsync(service, "waits@people.example", "reader");
        using var works = await Staff.JoinAsync(service, $"works.{kind}@people.example", "assessor", "programmeManager");

        var listed = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(["programmeManager", "assessor"], listed[0].GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal("Test Person", listed[0].GetProperty("name").GetString());
        Assert.True(listed[0].TryGetProperty("acceptedAt", out _));
        Assert.Equal("waits@people.example", listed[1].GetProperty("email").GetString());
        Assert.False(listed[1].TryGetProperty("acceptedAt", out _));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neither_addresses_nor_names_nor_links_lie_readable_in_the_database(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var works = await Staff.JoinAsync(service, $"hidden.{kind}@people.example", "assessor");
        var link = await Staff.InviteAsync(service, $"other.{kind}@people.example", "reader");

        foreach (var table in (string[])["people", "memberships", "sessions", "audit"])
        {
            foreach (var row in await service.Database.QueryAsync($"SELECT * FROM {table}"))
            {
                var text = string.Join('\n', row.Select(value => value is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : value?.ToString()));
                Assert.DoesNotContain("people.example", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Test Person", text, StringComparison.Ordinal);
                Assert.DoesNotContain(link.Split('/')[^1], text, StringComparison.Ordinal);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Invitations_at_the_same_time_make_one_person(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            service.Client.PostAsync("/api/v1/people", Samples.Json("""{"email": "twice@people.example", "roles": ["reader"]}"""))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var listed = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray();
        Assert.Single(listed, person => person.GetProperty("email").GetString() == "twice@people.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_works_for_two_issuers_with_one_password(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var first = await Staff.JoinAsync(service, $"both.{kind}@people.example", "reader");
        service.ActFor(services.Another(kind));

        var link = await Staff.InviteAsync(service, first.Email, "assessor");
        using var accepted = await first.PostAsync(link, ("password", Staff.Password));

        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_works_here_is_not_invited_into_other_roles(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var works = await Staff.JoinAsync(service, $"there.{kind}@people.example", "assessor");

        using var again = await service.Client.PostAsync("/api/v1/people", Samples.Json(new JsonObject { ["email"] = works.Email, ["roles"] = new JsonArray("validator") }.ToJsonString()));

        Assert.Equal(("/email", "PC-R011"), Assert.Single((await Problem.ReadAsync(again)).Errors!) is var error ? (error.Pointer, error.Code) : default);
        Assert.Contains("/desk/assessments/new", await works.ReadAsync("/desk"), StringComparison.Ordinal);
        await ChangeRolesAsync(service, works.Email);
        _ = await Staff.InviteAsync(service, works.Email, "reader");
    }

    [Theory]
    [InlineData("""{"email": "no address", "roles": ["reader"]}""", "/email", "PC-R007")]
    [InlineData("""{"email": "a@b.example", "roles": []}""", "/roles", "PC-R003")]
    [InlineData("""{"email": "a@b.example", "roles": ["owner"]}""", "/roles/0", "PC-R004")]
    [InlineData("""{"email": "a@b.example", "roles": [1]}""", "/roles/0", "PC-R004")]
    [InlineData("""{"email": "a@b.example", "roles": [null]}""", "/roles/0", "PC-R004")]
    [InlineData("""{"email": "a@b.example"}""", "/roles", "PC-R003")]
    public async Task A_person_who_cannot_be_invited_is_refused(string body, string pointer, string code)
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        using var answer = await service.Client.PostAsync("/api/v1/people", Samples.Json(body));
        var error = Assert.Single((await Problem.ReadAsync(answer)).Errors!);

        Assert.Equal((pointer, code), (error.Pointer, error.Code));
    }

    /// <summary>Gives the person with this address other roles, as the issuer's own client.</summary>
    internal static async Task ChangeRolesAsync(TestedService service, string email, params string[] roles)
    {
        var people = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray();
        var id = people.Single(person => person.GetProperty("email").GetString() == email).GetProperty("id").GetString();
        var body = new JsonObject { ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
        using var changed = await service.Client.PutAsync($"/api/v1/people/{id}", Samples.Json(body.ToJsonString()));
        Assert.True(changed.StatusCode == HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
    }
}
