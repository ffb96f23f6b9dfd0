using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pictures;

public sealed class UploadPictureTests(ServiceOnBoth services) : IClassFixture<ServiceOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_PNG_is_kept_clean_and_served_for_ever(Database kind)
    {
        var service = await services.OnAsync(kind);
        var uploaded = await UploadAsync(service.First, PictureSample.Body(PictureSample.Png(30, 20, 1, "<html><script>alert(1)</script>"), "image/png"));
        Assert.Equal(("image/png", 30, 20), (uploaded.MediaType, uploaded.Width, uploaded.Height));

        using var answer = await service.Anonymous.GetAsync(new Uri(uploaded.Url).AbsolutePath);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.True(PngUpload.TryRead(bytes, out _, out _));

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(uploaded.Url).AbsolutePath) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var unchanged = await service.Anonymous.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_SVG_that_is_opened_on_its_own_can_do_nothing(Database kind)
    {
        var service = await services.OnAsync(kind);
        var uploaded = await UploadAsync(service.First, PictureSample.Body(PictureSample.Svg));

        using var answer = await service.Anonymous.GetAsync(new Uri(uploaded.Url).AbsolutePath);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sandbox; default-src 'none'; style-src 'unsafe-inline'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_picture_of_an_issuer_has_one_address(Database kind)
    {
        var service = await services.OnAsync(kind);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadAsync(service.First, PictureSample.Body(PictureSample.Png(5, 5, 7), "image/png"))));
        var url = Assert.Single(answers.Select(answer => answer.Url).Distinct());

        Assert.Equal(url, (await UploadAsync(service.First, PictureSample.Body(PictureSample.Png(5, 5, 7, "another comment"), "image/png"))).Url);
        Assert.NotEqual(url, (await UploadAsync(service.Second, PictureSample.Body(PictureSample.Png(5, 5, 7), "image/png"))).Url);
        Assert.NotEqual(url, (await UploadAsync(service.First, PictureSample.Body(PictureSample.Png(5, 5, 8), "image/png"))).Url);
    }

    public static TheoryData<string, byte[], int, string> Bad() => new()
    {
        { "image/png", PictureSample.Png(30_000, 30_000, 0), 422, "PC-R004" },
        { "image/png", PictureSample.Png(101, 5, 0), 422, "PC-R004" },
        { "image/png", [.. PictureSample.Png(5, 5, 0)[..^1], 0], 422, "PC-R004" },
        { "image/png", PictureSample.Png(5, 5, 0)[..40], 422, "PC-R004" },
        { "image/png", Encoding.UTF8.GetBytes(PictureSample.Svg), 415, "PC-R020" },
        { "image/png", [], 415, "PC-R020" },
        { "image/png", new byte[PngUpload.MaxBytes + 1], 413, "PC-R019" },
        { "image/jpeg", [0xFF, 0xD8], 415, "PC-R020" },
        { "application/json", "{}"u8.ToArray(), 415, "PC-R020" },
        { "image/svg+xml", PictureSample.Png(5, 5, 0), 422, "PC-R004" },
        { "image/svg+xml", Encoding.UTF8.GetBytes(PictureSample.Svg.Replace("<rect", "<script/><rect", StringComparison.Ordinal)), 422, "PC-R004" },
        { "image/svg+xml", Encoding.UTF8.GetBytes("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + PictureSample.Svg), 422, "PC-R004" },
        { "image/svg+xml", new byte[SvgUpload.MaxBytes + 1], 413, "PC-R019" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_picture_gets_a_sentence_and_is_not_kept(string mediaType, byte[] picture, int status, string code)
    {
        var service = await services.OnAsync(Database.Sqlite);
        var before = await CountAsync(service);
        // A client that waits to be asked for a body that is too large can still read the answer.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pictures") { Content = PictureSample.Body(picture, mediaType), Headers = { ExpectContinue = true } };
        using var answer = await service.First.SendAsync(request);
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal((status, code), (problem.Status, problem.Code));
        Assert.Equal(before, await CountAsync(service));
    }

    [Fact]
    public async Task Only_a_client_that_writes_achievements_uploads()
    {
        var service = await services.OnAsync(Database.Sqlite);
        foreach (var (client, status) in new[] { (service.Anonymous, HttpStatusCode.Unauthorized), (service.Powerless, HttpStatusCode.Forbidden) })
        {
            using var answer = await client.PostAsync("/api/v1/pictures", PictureSample.Body(PictureSample.Svg));
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task What_is_not_kept_is_not_here(string id)
    {
        var service = await services.OnAsync(Database.Sqlite);
        using var answer = await service.Anonymous.GetAsync($"/pictures/{id}");
        Assert.Equal(404, (await Problem.ReadAsync(answer)).Status);
    }

    internal static async Task<Uploaded> UploadAsync(HttpClient client, HttpContent picture)
    {
        using var answer = await client.PostAsync("/api/v1/pictures", picture);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Uploaded>(JsonSerializerOptions.Web))!;
    }

    private static Task<long> CountAsync(RunningService service) => service.Database.CountAsync("SELECT count(*) FROM pictures");

    internal sealed record Uploaded(string Url, string MediaType, int Width, int Height);
}
