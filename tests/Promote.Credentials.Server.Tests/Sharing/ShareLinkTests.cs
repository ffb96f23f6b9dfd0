using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Public;

namespace Promote.Credentials.Server.Tests.Sharing;

/// <summary>What a share link shows, to whom, and for how long.</summary>
public sealed class ShareLinkTests(ServiceWithIssuers started) : IClassFixture<ServiceWithIssuers>, IAsyncLifetime
{
    private static readonly string[] Results = ["87.31", "Zqxevidence", "https://zqxevidence.example/zqxpath", "Zqxstory of the evidence", "Zqxstory of the award"];

    private readonly TestDatabase database = started.Database;
    private readonly TestedService service = started.Service;
    private IssuedLinks links = null!;
    private Secrets secrets = null!;
    private HolderForms forms = null!;

    public async Task InitializeAsync()
    {
        using var client = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new("Bearer", started.Seed.ApiKey) } };
        using var answer = await AwardRequest.SendAsync(client, Secrets.Award(started.Seed));
        links = await IssuedLinks.ReadAsync(answer);
        secrets = await Secrets.OfAsync(database, links.PublicId);
        forms = new(service.Anonymous, database, links.Credential.Split('/')[^1]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_link_shows_what_its_holder_chose_and_nothing_else_about_them(bool name, bool results)
    {
        var link = await forms.NewLinkAsync($"until=week{(name ? "&name=on" : "")}{(results ? "&results=on" : "")}");
        string[] shown = [.. name ? ["Zqxgiven Zqxfamily"] : (string[])[], .. results ? Results : []];
        string[] hidden = [.. name ? [] : (string[])["Zqxgiven", "Zqxfamily"], .. results ? [] : Results, "zqxmail", "zqxplatform", "1967-08-09"];
        foreach (var accept in (string[])["text/html", "application/json"])
        {
            using var answer = await GetAsync($"/v/{link}", accept);
            var text = HttpUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.All(shown, value => Assert.Contains(value, text, StringComparison.Ordinal));
            Assert.All(hidden, value => Assert.DoesNotContain(value, text, StringComparison.OrdinalIgnoreCase));
            Assert.Equal(("no-store", "noindex, nofollow, noarchive"), (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task No_id_and_no_hash_of_the_recipient_stands_behind_a_link(bool name, bool results)
    {
        var link = await forms.NewLinkAsync($"until=never{(name ? "&name=on" : "")}{(results ? "&results=on" : "")}");
        foreach (var (path, accept) in new[] { ($"/v/{link}", "text/html"), ($"/v/{link}", "application/json"), ($"/v/{link}/qr.svg", "*/*"), ($"/v/{link}/qr.png", "*/*") })
        {
            using var answer = await GetAsync(path, accept);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Empty((await secrets.FoundInAsync(answer)).Except(["zqx", "87.31"]));
        }
    }

    [Fact]
    public async Task The_title_the_preview_and_the_QR_code_of_a_link_say_no_name()
    {
        var link = await forms.NewLinkAsync("until=never&name=on&results=on");
        var page = await service.Anonymous.GetStringAsync($"/v/{link}");
        Assert.DoesNotContain("zqx", page[..page.IndexOf("<body", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);

        var preview = await service.Anonymous.GetByteArrayAsync($"/v/{link}/qr.png");
        Assert.NotEqual(await service.Anonymous.GetByteArrayAsync($"/v/{links.PublicId}/qr.png"), preview);
    }

    [Fact]
    public async Task The_JSON_of_a_link_has_the_members_of_the_public_one_and_those_that_its_holder_chose()
    {
        var link = await forms.NewLinkAsync("until=date&date=2190-05-04&name=on&results=on");
        var open = await JsonAsync($"/v/{links.PublicId}");
        var shared = await JsonAsync($"/v/{link}");
        var document = await JsonAsync($"/credentials/{forms.HolderId}?format=ob3");

        Assert.Equal(["outcome", "kind", "securedBy", "checks", "problemDetails", "credential"], Names(open));
        Assert.Equal(["outcome", "kind", "securedBy", "checks", "problemDetails", "credential", "share", "holder"], Names(shared));
        Assert.Equal("""{"name":"Zqxgiven Zqxfamily"}""", shared.GetProperty("holder").GetRawText());
        Assert.Equal("""{"until":"2190-05-04T23:59:59Z"}""", shared.GetProperty("share").GetRawText());
        Assert.Equal([.. Names(open.GetProperty("credential")).SkipLast(1), "evidence", "credentialSubject"], Names(shared.GetProperty("credential")));
        Assert.Equal(
            [.. Names(open.GetProperty("credential").GetProperty("credentialSubject")), "result", "narrative"],
            Names(shared.GetProperty("credential").GetProperty("credentialSubject")));
        Assert.True(JsonElement.DeepEquals(document.GetProperty("evidence"), shared.GetProperty("credential").GetProperty("evidence")));
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("?lang=ro", "text/html")]
    [InlineData("/qr.svg", "*/*")]
    [InlineData("/qr.png", "*/*")]
    public async Task A_link_that_ended_or_expired_answers_like_one_that_never_was(string path, string accept)
    {
        var revoked = await forms.NewLinkAsync("until=year&name=on&results=on");
        var expired = await forms.NewLinkAsync("until=year&name=on&results=on");
        using var _ = await forms.RevokeAsync(revoked);
        await forms.ExpireAsync(expired);
        var answers = new List<string>();
        foreach (var id in new[] { RandomId.New(), revoked, expired, "short", revoked + "A" })
        {
            using var answer = await GetAsync($"/v/{id}{path}", accept);
            Assert.Equal(404, (int)answer.StatusCode);
            answers.Add(await WholeAnswer.OfAsync(answer));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_link_of_an_erased_learner_answers_like_one_that_never_was()
    {
        var link = await forms.NewLinkAsync("until=never&name=on");
        await database.ExecuteAsync("DELETE FROM learner_lookups; UPDATE learners SET wrapped_key = NULL");
        using var erased = await GetAsync($"/v/{link}", "text/html");
        using var unknown = await GetAsync($"/v/{RandomId.New()}", "text/html");
        Assert.Equal(await WholeAnswer.OfAsync(unknown), await WholeAnswer.OfAsync(erased));
    }

    [Fact]
    public async Task The_public_page_stays_as_it_is_whatever_links_there_are()
    {
        await forms.NewLinkAsync("until=never&name=on&results=on");
        foreach (var accept in (string[])["text/html", "application/json"])
        {
            using var answer = await GetAsync($"/v/{links.PublicId}", accept);
            Assert.Empty(await secrets.FoundInAsync(answer));
        }
    }

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateObject().Select(member => member.Name);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path, "application/json");
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await service.Anonymous.SendAsync(request);
    }
}
