using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Public;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 20: somebody without the holder's link learns who earned a credential, which with prison staff puts people in danger.</summary>
public sealed class TM_20(ServiceWithAward service) : IClassFixture<ServiceWithAward>
{
    private const string Me = "{me}";

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Tag)];

    [Theory]
    [InlineData("/v/{me}", "text/html")]
    [InlineData("/v/{me}", "application/json")]
    [InlineData("/v/{me}", "application/ld+json")]
    [InlineData("/v/{me}", "application/vc")]
    [InlineData("/v/{me}", "application/pdf")]
    [InlineData("/v/{me}", "image/png")]
    [InlineData("/v/{me}", "*/*")]
    [InlineData("/v/{me}?format=ob3", "*/*")]
    [InlineData("/v/{me}?format=pdf&name=on&results=on", "*/*")]
    [InlineData("/v/{me}?share=true&holder=true&lang=xx", "text/html")]
    [InlineData("/v/{me}/qr.svg", "*/*")]
    [InlineData("/v/{me}/qr.png", "*/*")]
    [InlineData("/v/{me}/holder", "text/html")]
    [InlineData("/v/{me}/certificate", "*/*")]
    [InlineData("/v/{me}/links", "*/*")]
    [InlineData("/credentials/{me}", "*/*")]
    [InlineData("/credentials/{me}?format=ob3", "*/*")]
    [InlineData("/credentials/{me}/certificate", "text/html")]
    [InlineData("/ob2/assertions/{me}", "*/*")]
    [InlineData("/status/{me}", "*/*")]
    [InlineData("/api/v1/awards/{me}", "*/*")]
    [InlineData("/issuers/cove-ro", "text/html")]
    [InlineData("/issuers/cove-ro", "application/json")]
    [InlineData("/issuers/cove-ro/did.json", "*/*")]
    [InlineData("/ob2/issuers/cove-ro", "*/*")]
    [InlineData("/ob2/issuers/cove-ro/revocations", "*/*")]
    [InlineData("/.well-known/jwks.json", "*/*")]
    [InlineData("/metrics", "*/*")]
    [InlineData("/readyz", "*/*")]
    [InlineData("/", "text/html")]
    public async Task No_address_says_anything_about_the_recipient(string path, string accept) => await SaysNothingAsync(path, accept);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_page_says_nothing_in_any_language(string language) => await SaysNothingAsync($"/v/{Me}?lang={language}", "text/html");

    [Theory]
    [InlineData("/versions/1", "text/html")]
    [InlineData("/versions/1", "application/json")]
    [InlineData("/versions/1/image.svg", "*/*")]
    [InlineData("/versions/1/image.png", "*/*")]
    public async Task Nothing_about_an_achievement_is_about_who_earned_it(string path, string accept) =>
        await SaysNothingAsync($"/achievements/{service.AchievementId}{path}", accept);

    [Theory]
    [InlineData("Zqxgiven Zqxfamily")]
    [InlineData("Zqxgiven")]
    [InlineData("zqxmail@zqxprison.example")]
    [InlineData("zqxplatform-4711")]
    [InlineData("%")]
    [InlineData("Zqx*")]
    [InlineData("' OR 1=1 --")]
    public async Task A_question_about_a_name_is_answered_without_one_and_stands_in_no_log(string person)
    {
        using var answer = await service.Anonymous.PostAsync($"{Path}/holder", new FormUrlEncodedContent([KeyValuePair.Create("holder", person)]));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Empty(await service.Secrets.FoundInAsync(answer));
        Assert.DoesNotContain(service.Log.Lines, line => line.Text.Contains("zqx", StringComparison.OrdinalIgnoreCase) || line.Text.Contains(service.HolderId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("?lang=ro", "text/html")]
    [InlineData("/qr.svg", "*/*")]
    [InlineData("/qr.png", "*/*")]
    [InlineData("/holder", "text/html")]
    public async Task A_share_link_that_ended_is_like_an_id_that_never_was(string path, string accept)
    {
        var revoked = await service.Forms.NewLinkAsync("until=never&name=on&results=on");
        using var _ = await service.Forms.RevokeAsync(revoked);
        var expired = await service.Forms.NewLinkAsync("until=day&name=on&results=on");
        await service.Forms.ExpireAsync(expired);
        var answers = new List<string>();
        foreach (var id in (string[])[RandomId.New(), revoked, expired])
        {
            using var answer = await GetAsync($"/v/{id}{path}", accept);
            answers.Add((await WholeAnswer.OfAsync(answer)).Replace(id, "id", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("name=on&results=on")]
    [InlineData("name=on")]
    public async Task What_a_chat_shows_of_a_share_link_names_nobody(string shown)
    {
        var link = await service.Forms.NewLinkAsync($"until=day&{shown}");
        using var answer = await GetAsync($"/v/{link}", "text/html");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Zqxgiven", html, StringComparison.Ordinal);
        Assert.DoesNotContain("zqx", html[..html.IndexOf("<body", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zqx", answer.Headers.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/v/{me}")]
    [InlineData("/credentials/{holder}")]
    public async Task No_cache_keeps_a_page_no_search_finds_it_and_no_other_site_learns_its_address(string path)
    {
        using var answer = await GetAsync(path.Replace("{holder}", service.HolderId, StringComparison.Ordinal), "text/html");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(("no-store", "no-referrer", "noindex, nofollow, noarchive"), (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(Markup.Harmful(html, AttackedService.Address));
    }

    private string Path => $"/v/{service.Links.PublicId}";

    private async Task SaysNothingAsync(string path, string accept)
    {
        using var answer = await GetAsync(path, accept);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        Assert.Empty(await service.Secrets.FoundInAsync(answer));
    }

    private Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path.Replace(Me, service.Links.PublicId, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return service.Anonymous.SendAsync(request);
    }
}
