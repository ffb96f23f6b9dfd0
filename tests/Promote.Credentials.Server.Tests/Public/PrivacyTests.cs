using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>Public is about the achievement, never about the person: whoever scans a QR code learns nothing about who earned it.</summary>
public sealed class PrivacyTests(ServiceWithIssuers started) : IClassFixture<ServiceWithIssuers>, IAsyncLifetime
{
    private readonly TestDatabase database = started.Database;
    private readonly TestedService service = started.Service;
    private readonly Seed stranger = started.Stranger;
    private IssuedLinks links = null!;
    private Secrets secrets = null!;

    public async Task InitializeAsync()
    {
        using var answer = await AwardRequest.SendAsync(WithKey(started.Seed), Secrets.Award(started.Seed));
        links = await IssuedLinks.ReadAsync(answer);
        secrets = await Secrets.OfAsync(database, links.PublicId);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    [InlineData("application/ld+json")]
    [InlineData("application/vc")]
    [InlineData("*/*")]
    public async Task The_page_behind_a_QR_code_says_nothing_about_the_recipient(string accept)
    {
        foreach (var path in new[] { "", "/qr.svg", "/qr.png" })
        {
            using var answer = await GetAsync($"{links.Verification}{path}", accept);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Empty(await secrets.FoundInAsync(answer));
        }
    }

    [Fact]
    public async Task The_preview_in_a_chat_and_the_answer_about_a_name_say_nothing_about_the_recipient()
    {
        using var page = await GetAsync(links.Verification, "text/html");
        var html = await page.Content.ReadAsStringAsync();
        foreach (var property in (string[])["og:title", "og:description", "og:url", "og:locale", "og:image", "twitter:card", "twitter:title", "twitter:description", "twitter:image"])
        {
            Assert.Matches($"(property|name)=\"{property}\" content=\"[^\"]+\"", html);
        }

        Assert.Contains("""<meta property="og:locale:alternate" content="ro_RO">""", html, StringComparison.Ordinal);
        Assert.Contains($"hreflang=\"ro\" href=\"{links.Verification}?lang=ro\"", html, StringComparison.Ordinal);
        var picture = System.Text.RegularExpressions.Regex.Match(html, "og:image\" content=\"([^\"]+)").Groups[1].Value;
        Assert.StartsWith(service.Url.AbsoluteUri, picture, StringComparison.Ordinal);

        foreach (var person in (string[])["Zqxgiven Zqxfamily", "zqxmail@zqxprison.example", "Ion Popescu"])
        {
            using var form = await service.Anonymous.PostAsync($"{links.Verification}/holder", new FormUrlEncodedContent([KeyValuePair.Create("holder", person)]));
            using var json = await service.Anonymous.PostAsync($"{links.Verification}/holder", new StringContent($$"""{"holder": "{{person}}"}""", Encoding.UTF8, "application/json"));
            Assert.Empty(await secrets.FoundInAsync(form));
            Assert.Empty(await secrets.FoundInAsync(json));
        }

        Assert.DoesNotContain("zqx", service.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/issuers/cove-ro")]
    [InlineData("achievement")]
    public async Task A_page_about_an_issuer_or_an_achievement_has_a_preview_without_anybody_in_it(string path)
    {
        await using var db = database.Open();
        var achievement = await db.Awards.Where(row => row.PublicId == links.PublicId).Select(row => row.AchievementId).SingleAsync();
        using var answer = await GetAsync(new Uri(service.Url, path == "achievement" ? $"/achievements/{achievement}/versions/1" : path).AbsoluteUri, "text/html");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Matches("property=\"og:title\" content=\"[^\"]+\"", html);
        Assert.Matches("rel=\"canonical\" href=\"[^\"?]+\"", html);
        Assert.Equal(path == "achievement", html.Contains("og:image", StringComparison.Ordinal));
        Assert.Empty(await secrets.FoundInAsync(answer));
    }

    [Fact]
    public async Task The_search_finds_the_recipient_where_the_holder_looks()
    {
        using var answer = await GetAsync(links.Credential, "application/vc");
        var found = await secrets.FoundInAsync(answer);
        Assert.Contains("zqx", found);
        Assert.Contains("87.31", found);
        Assert.True(found.Count >= 4);
    }

    [Fact]
    public async Task No_route_tells_anything_to_somebody_with_the_public_id()
    {
        var routes = RoutesOfOpenApi.All().ToList();
        Assert.Contains((HttpMethod.Get, "/v/{id}"), routes);
        foreach (var (method, path) in routes)
        {
            foreach (var client in new[] { service.Anonymous, WithKey(stranger) })
            {
                using var request = new HttpRequestMessage(method, RoutesOfOpenApi.With(path, links.PublicId));
                if (method != HttpMethod.Get)
                {
                    request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                }

                using var answer = await client.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {answer.StatusCode}");
                Assert.Empty(await secrets.FoundInAsync(answer));
            }
        }
    }

    [Theory]
    [InlineData("/v/{0}", "text/html")]
    [InlineData("/v/{0}", "application/json")]
    [InlineData("/v/{0}/qr.svg", "*/*")]
    [InlineData("/v/{0}/qr.png", "*/*")]
    [InlineData("/credentials/{0}", "text/html")]
    [InlineData("/credentials/{0}", "application/vc")]
    public async Task Unknown_malformed_and_erased_ids_answer_the_same_404(string route, string accept)
    {
        var erased = new Uri(route.StartsWith("/v", StringComparison.Ordinal) ? links.Verification : links.Credential).Segments[^1];
        await EraseLearnersAsync();
        var answers = new List<string>();
        foreach (var id in new[] { RandomId.New(), erased, "short", erased + "A", "%C8%9Bepe%C8%99", "..%5C..%5Cetc", "a%20b" })
        {
            using var answer = await GetAsync(string.Format(null, route, id), accept);
            Assert.Equal(404, (int)answer.StatusCode);
            answers.Add(await WholeAnswer.OfAsync(answer));
        }

        Assert.Single(answers.Distinct());
    }

    private async Task<HttpResponseMessage> GetAsync(string url, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await service.Anonymous.SendAsync(request);
    }

    private HttpClient WithKey(Seed seed) =>
        new() { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new("Bearer", seed.ApiKey) } };

    // What erasing a learner comes down to: without the key nothing can be read any more.
    private async Task EraseLearnersAsync()
    {
        await using var db = database.Open();
        await db.LearnerLookups.ExecuteDeleteAsync();
        await db.Learners.ExecuteUpdateAsync(set => set.SetProperty(row => row.WrappedKey, (byte[]?)null));
    }
}
