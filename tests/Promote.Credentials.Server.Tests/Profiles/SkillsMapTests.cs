using System.Net;
using System.Xml.Linq;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Profiles;

/// <summary>Which skills of a profile are covered, without saying by whom.</summary>
public sealed class SkillsMapTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task People_with_a_valid_award_count_once_from_five_on(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        var achievement = await profile.AchievementAsync(Profile.Essential, "mothers");
        Assert.Equal((0, 0), await profile.PeopleAsync(Profile.Essential));
        for (var i = 0; i < 4; i++)
        {
            await profile.AwardAsync(achievement, $"lena{i}");
        }

        await profile.AwardAsync(await profile.AchievementAsync(Profile.Essential), "lena0");
        Assert.Equal((null, null), await profile.PeopleAsync(Profile.Essential));

        await profile.AwardAsync(achievement, "lena4");

        Assert.Equal((5, 5), await profile.PeopleAsync(Profile.Essential));
        Assert.Equal((5, 5), await profile.PeopleAsync("mothers"));
        Assert.Equal((0, 0), await profile.PeopleAsync(Profile.Another));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_that_holds_no_more_covers_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        var achievement = await profile.AchievementAsync(Profile.Essential);
        var awards = new List<Status.Given>();
        for (var i = 0; i < 6; i++)
        {
            awards.Add(await profile.AwardAsync(achievement, $"lena{i}"));
        }

        Assert.Equal((6, 6), await profile.PeopleAsync(Profile.Essential));
        _ = await awards[0].ChangeAsync("revoke", "Awarded by mistake");
        Assert.Equal((5, 5), await profile.PeopleAsync(Profile.Essential));
        _ = await awards[1].ChangeAsync("suspend", "Looked into");
        Assert.Equal((null, null), await profile.PeopleAsync(Profile.Essential));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_network_counts_what_its_issuers_may_show(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        var own = await profile.AchievementAsync(Profile.Essential);
        for (var i = 0; i < 5; i++)
        {
            await profile.AwardAsync(own, $"lena{i}");
        }

        var member = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json($$"""{"member": "{{member.Slug}}"}"""));
        Assert.Equal(HttpStatusCode.Created, accredited.StatusCode);
        service.ActFor(member);
        var ofMember = profile with { Seed = member };
        var theirs = await ofMember.AchievementAsync(Profile.Essential, Profile.Another);
        await ofMember.AwardAsync(theirs, "karl0");

        Assert.Equal((null, 5), await ofMember.PeopleAsync(Profile.Essential));
        Assert.Equal((null, null), await ofMember.PeopleAsync(Profile.Another));

        service.ActFor(services.Another(kind));
        using var stranger = await service.Client.GetAsync($"/api/v1/profiles/{profile.Id}/skills-map");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_spreadsheet_runs_nothing_that_stands_in_the_map(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed, """=HYPERLINK("https://evil.example","x")""");

        using var answer = await service.Client.GetAsync($"/api/v1/profiles/{profile.Id}/skills-map?format=csv");
        var csv = await answer.Content.ReadAsStringAsync();

        Assert.Equal(("text/csv", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("""mothers,"'=HYPERLINK(""https://evil.example"",""x"")",optional,true,0,0,false,0,false""", csv);
        Assert.DoesNotContain(csv.Split("\r\n").SelectMany(line => line.Split(',')), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
    }

    [Theory, OnSqlite]
    public async Task The_picture_says_in_words_what_it_shows_and_names_no_person(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed, "Talks <to> & with mothers");
        await profile.AwardAsync(await profile.AchievementAsync("mothers"), "lena");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/profiles/{profile.Id}/skills-map?language=ro") { Headers = { { "Accept", "image/svg+xml" } } };
        using var answer = await service.Client.SendAsync(request);
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var text = string.Join("\n", svg.Descendants().Where(element => !element.HasElements).Select(element => element.Value));
        Assert.Contains("Competențe esențiale", text);
        Assert.Contains("Talks <to> & with mothers: Dvs. < 5, Rețea < 5.", text);
        Assert.DoesNotContain("lena", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnSqlite]
    public async Task At_the_desk_the_map_is_a_picture_and_a_file_in_the_language_of_the_page(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);
        using var reader = await Staff.JoinAsync(service, "reader@skills.example", "reader");

        Assert.Contains($"<option value=\"{profile.Id}\"", await reader.ReadAsync("/desk/skills"), StringComparison.Ordinal);
        var page = await reader.ReadAsync($"/desk/skills?profile={profile.Id}&lang=ro");
        Assert.Contains("Harta competențelor: Consilier în detenție", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.StartsWith("skill,label,", await reader.ReadAsync($"/desk/skills?profile={profile.Id}&format=csv"), StringComparison.Ordinal);

        service.ActFor(services.Another(kind));
        using var stranger = await Staff.JoinAsync(service, "stranger@skills.example", "reader");
        Assert.DoesNotContain("<svg", await stranger.ReadAsync($"/desk/skills?profile={profile.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task A_form_that_there_is_not_is_refused(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var profile = await Profile.ByAsync(service, seed);

        using var answer = await service.Client.GetAsync($"/api/v1/profiles/{profile.Id}/skills-map?format=pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("/format", (await Problem.ReadAsync(answer)).Errors!.Single().Pointer);
    }
}
