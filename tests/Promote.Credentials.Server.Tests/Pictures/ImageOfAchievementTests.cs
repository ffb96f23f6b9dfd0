using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pictures;

public sealed class ImageOfAchievementTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    private const string Browser = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_picture_of_its_own_an_achievement_has_a_drawn_one(Database kind)
    {
        var service = await services.OnAsync(kind);
        var image = await PublishAsync(service, image: null);
        using var answer = await GetAsync(service, $"{image}.svg");
        var svg = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Dynamic", svg, StringComparison.Ordinal);
        Assert.Contains("EQF 4", svg, StringComparison.Ordinal);
        Assert.Contains("Centre cove-ro", svg, StringComparison.Ordinal);
        Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=3600", answer.Headers.CacheControl!.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_uploaded_picture_of_the_issuer_is_the_image(Database kind)
    {
        var service = await services.OnAsync(kind);
        var uploaded = await UploadPictureTests.UploadAsync(service.First, PictureSample.Body(PictureSample.Png(40, 30, 9), "image/png"));
        var image = await PublishAsync(service, uploaded.Url);
        var kept = await service.Anonymous.GetByteArrayAsync(new Uri(uploaded.Url).AbsolutePath);

        foreach (var (path, accept) in new[] { (image, "*/*"), (image, Browser), ($"{image}.png", "*/*") })
        {
            using var answer = await GetAsync(service, path, accept);
            Assert.Equal(kept, await answer.Content.ReadAsByteArrayAsync());
        }

        using var svg = await GetAsync(service, $"{image}.svg");
        Assert.Contains($"data:image/png;base64,{Convert.ToBase64String(kept)}", await svg.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_of_others_are_linked_to_and_not_shown_as_the_image()
    {
        var service = await services.OnAsync(Database.Sqlite);
        var foreign = await UploadPictureTests.UploadAsync(service.Second, PictureSample.Body(PictureSample.Png(40, 30, 10), "image/png"));
        foreach (var link in new[] { foreign.Url, "https://example.org/badge.png", $"{foreign.Url}/../x" })
        {
            using var answer = await GetAsync(service, $"{await PublishAsync(service, link)}.svg");
            Assert.Contains("Dynamic", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [NeedsLibrsvgFact, Trait("needs", "librsvg")]
    public async Task PNG_is_what_is_sent_unless_SVG_is_asked_for_by_name()
    {
        var service = await services.OnAsync(Database.Sqlite);
        var image = await PublishAsync(service, image: null);
        foreach (var (path, accept, expected) in new[]
        {
            (image, null, Picture.Png), (image, "*/*", Picture.Png), (image, "image/png, image/svg+xml;q=0.9", Picture.Png),
            (image, Browser, Picture.Svg), (image, "image/svg+xml", Picture.Svg), ($"{image}.png", Browser, Picture.Png), ($"{image}.svg", "image/png", Picture.Svg),
        })
        {
            using var answer = await GetAsync(service, path, accept);
            Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
            Assert.True(path != image || answer.Headers.Vary.Contains("Accept"));
        }

        var png = await service.Anonymous.GetByteArrayAsync($"{image}.png");
        Assert.True(PngUpload.TryRead(png, out var picture, out _));
        Assert.Equal((600, 600), (picture.Width, picture.Height));
    }

    [NeedsLibrsvgFact, Trait("needs", "librsvg")]
    public async Task An_uploaded_SVG_is_drawn_in_its_proportions()
    {
        var service = await services.OnAsync(Database.Sqlite);
        var uploaded = await UploadPictureTests.UploadAsync(service.First, PictureSample.Body(PictureSample.Svg));
        var png = await service.Anonymous.GetByteArrayAsync($"{await PublishAsync(service, uploaded.Url)}.png");

        Assert.True(PngUpload.TryRead(png, out var picture, out _));
        Assert.Equal((600, 300), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_draft_and_what_never_was_have_no_image()
    {
        var service = await services.OnAsync(Database.Sqlite);
        using var created = await service.First.PostAsync("/api/v1/achievements", Samples.Json(Samples.Achievement));
        var draft = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        foreach (var path in new[] { $"/achievements/{draft}/versions/1/image", $"/achievements/{draft}/versions/2/image.svg", "/achievements/AAAAAAAAAAAAAAAAAAAAAA/versions/1/image.png", "/achievements/x/versions/0/image" })
        {
            using var answer = await GetAsync(service, path);
            Assert.Equal(404, (await Problem.ReadAsync(answer)).Status);
        }
    }

    /// <summary>Publishes an achievement with this picture; the path of its image.</summary>
    private static async Task<string> PublishAsync(RunningService service, string? image)
    {
        var content = JsonNode.Parse(Samples.Achievement)!;
        content["image"] = image;
        using var created = await service.First.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        Assert.True(created.StatusCode == HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var published = await service.First.PostAsync($"/api/v1/achievements/{id}/publish", null);
        return $"/achievements/{id}/versions/1/image";
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningService service, string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await service.Anonymous.SendAsync(request);
    }
}
