using System.Net;
using System.Web;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Sharing;

/// <summary>The forms of the holder's page: what they take, what they refuse, and where they lead.</summary>
public sealed class HolderFormTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_link_too_many_is_refused_with_a_sentence_on_the_page_until_one_ends()
    {
        var things = await Things.MakeAsync(service.First);
        var forms = Forms(things);
        for (var made = 0; made < ShareLinks.Most; made++)
        {
            await forms.NewLinkAsync("until=never");
        }

        using var refused = await forms.MakeAsync("until=never");
        Assert.Equal($"/credentials/{things.HolderId}?notice=full#share", refused.Headers.Location?.OriginalString);
        var page = HttpUtility.HtmlDecode(await service.Anonymous.GetStringAsync($"/credentials/{things.HolderId}?notice=full"));
        Assert.Contains("No link was made: you already have 50, and more cannot work at once.", page, StringComparison.Ordinal);
        Assert.Equal(ShareLinks.Most, (await forms.RowsAsync()).Count);

        using var revoked = await forms.RevokeAsync((await forms.RowsAsync())[7].Id);
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        await forms.NewLinkAsync("until=never");
        await forms.ExpireAsync([.. (await forms.RowsAsync()).Select(row => row.Id)]);
        await forms.NewLinkAsync("until=never");
        Assert.Single(await forms.RowsAsync());
    }

    [Theory]
    [InlineData("same-origin", null, 303)]
    [InlineData("none", null, 303)]
    [InlineData("same-origin", "null", 303)]
    [InlineData("cross-site", null, 403)]
    [InlineData("same-site", null, 403)]
    [InlineData("cross-site", "null", 403)]
    [InlineData(null, "null", 303)]
    [InlineData(null, "https://evil.example", 403)]
    [InlineData(null, "http://127.0.0.1:1", 403)]
    [InlineData(null, "no origin", 403)]
    [InlineData(null, null, 303)]
    public async Task A_form_that_another_site_sent_is_refused(string? fetchSite, string? origin, int expected)
    {
        var things = await Things.MakeAsync(service.First);
        var forms = Forms(things);
        var link = await forms.NewLinkAsync("until=day");
        (string, string)[] headers = [.. Pair("Sec-Fetch-Site", fetchSite), .. Pair("Origin", origin)];

        using var made = await forms.PostAsync($"/credentials/{things.HolderId}/links", "until=day", headers);
        using var revoked = await forms.PostAsync($"/credentials/{things.HolderId}/links/{link}/revoke", "", headers);

        Assert.Equal((expected, expected), ((int)made.StatusCode, (int)revoked.StatusCode));
        Assert.Equal(expected == 303 ? 2 : 1, (await forms.RowsAsync()).Count);
        Assert.Equal(expected == 303, (await forms.RowsAsync()).Single(row => row.Id == link).RevokedAt is not null);
    }

    [Fact]
    public async Task The_origin_that_the_page_is_served_from_is_our_own()
    {
        var forms = Forms(await Things.MakeAsync(service.First));
        var origin = service.Anonymous.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using var made = await forms.PostAsync($"/credentials/{forms.HolderId}/links", "until=day", ("Origin", origin));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "", 422)]
    [InlineData("application/x-www-form-urlencoded", "until=", 422)]
    [InlineData("application/x-www-form-urlencoded", "until=soon", 422)]
    [InlineData("application/x-www-form-urlencoded", "until=day&until=week", 422)]
    [InlineData("application/x-www-form-urlencoded", "%zz=%&&&==&until=%00", 422)]
    [InlineData("application/json", "{\"until\":\"day\"}", 415)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense", 415)]
    [InlineData("multipart/form-data", "--x", 415)]
    [InlineData("text/plain", "until=day", 415)]
    public async Task What_is_not_the_form_of_the_page_is_refused(string mediaType, string body, int expected)
    {
        var things = await Things.MakeAsync(service.First);
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var answer = await service.Anonymous.PostAsync($"/credentials/{things.HolderId}/links", content);

        Assert.Equal((expected, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await Forms(things).RowsAsync());
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_not_read()
    {
        var forms = Forms(await Things.MakeAsync(service.First));
        using var answer = await forms.MakeAsync($"until=day&x={new string('x', 2000)}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await forms.RowsAsync());
    }

    [Fact]
    public async Task A_date_that_is_over_is_said_on_the_page()
    {
        var forms = Forms(await Things.MakeAsync(service.First));
        using var answer = await forms.PostAsync($"/credentials/{forms.HolderId}/links?lang=ro", "until=date&date=2020-01-01");
        Assert.Equal($"/credentials/{forms.HolderId}?notice=date&lang=ro#share", answer.Headers.Location?.OriginalString);
        var page = HttpUtility.HtmlDecode(await service.Anonymous.GetStringAsync(answer.Headers.Location));
        Assert.Contains("Nu s-a creat niciun link: alegeți o zi începând de astăzi.", page, StringComparison.Ordinal);
        Assert.Empty(await forms.RowsAsync());
    }

    [Fact]
    public async Task Only_the_holder_of_an_award_makes_and_ends_its_links()
    {
        var mine = Forms(await Things.MakeAsync(service.First));
        var things = await Things.MakeAsync(service.First);
        var link = await mine.NewLinkAsync("name=on&until=never");
        foreach (var stranger in (string[])[things.HolderId, things.PublicId, RandomId.New(), "short", link])
        {
            using var revoked = await mine.PostAsync($"/credentials/{stranger}/links/{link}/revoke", "");
            Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        }

        foreach (var stranger in (string[])[things.PublicId, RandomId.New(), "short", link])
        {
            using var made = await mine.PostAsync($"/credentials/{stranger}/links", "until=day");
            Assert.Equal(HttpStatusCode.NotFound, made.StatusCode);
        }

        Assert.Null(Assert.Single(await mine.RowsAsync()).RevokedAt);
        using var unknown = await mine.RevokeAsync(RandomId.New());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static IEnumerable<(string, string)> Pair(string name, string? value) => value is null ? [] : [(name, value)];

    private HolderForms Forms(Things things) => new(service.Anonymous, service.Database, things.HolderId);
}
