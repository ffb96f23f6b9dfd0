using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Assessments;

public sealed class AssessmentFileTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Canary = "Ioana on wing C, 20 March";

    public static TheoryData<string, string, byte[]> Wrong { get; } = new()
    {
        { "a program named .pdf", "application/pdf", [(byte)'M', (byte)'Z', .. new byte[600]] },
        { "a PDF with a ZIP behind its end", "application/pdf", [.. Pdf(50), .. "PK\u0003\u0004 and more of it, longer than what is looked at"u8] },
        { "a PDF that is cut off", "application/pdf", Pdf(3000)[..2000] },
        { "a PDF that begins later", "application/pdf", [.. "<html>"u8, .. Pdf(50)] },
        { "a PNG that is cut off", "image/png", Png(3000)[..2000] },
        { "a PNG without its last byte", "image/png", Png(300)[..^1] },
        { "a PNG with a page of HTML behind its end", "image/png", [.. Png(300), .. "<script>alert(1)</script>"u8] },
        { "a PNG with another PNG behind its end", "image/png", [.. Png(300), .. Png(300)] },
        { "a PNG that is said to be a JPEG", "image/jpeg", Png(300) },
        { "a JPEG that is cut off", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[600]] },
        { "a WebP that is longer than it says", "image/webp", [.. WebP(100), 0] },
        { "a WebP that is cut off", "image/webp", WebP(100)[..^4] },
        { "nothing", "application/pdf", [] },
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_comes_back_as_it_was_sent_to_the_issuers_people_only_and_is_nowhere_in_the_clear(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.OpenAsync();
        var sent = Pdf(700_000);

        var file = await UploadAsync(assessed.Assessor, id, sent, "application/pdf", "Țepeș, wing C.pdf");

        Assert.Equal(("Țepeș, wing C.pdf", "application/pdf", sent.Length), (file.GetProperty("name").GetString(), file.GetProperty("mediaType").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), file.GetProperty("sha256").GetString());
        var path = $"/api/v1/assessments/{id}/files/{file.GetProperty("id").GetString()}";
        using var answer = await assessed.Validator.GetAsync(path);
        Assert.Equal(sent, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        using var stranger = Assessed.Client(service, services.Another(kind).ApiKey);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Anonymous.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync(path)).StatusCode);

        var rows = await service.Database.QueryAsync($"SELECT p.bytes FROM assessment_file_parts p JOIN assessment_files f ON f.id = p.file_id WHERE f.assessment_id = '{id}' UNION ALL SELECT details FROM assessment_files WHERE assessment_id = '{id}'");
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.True(((byte[])row[0]).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0 && ((byte[])row[0]).AsSpan().IndexOf("wing C"u8) < 0));
        Assert.DoesNotContain("wing C", service.Output, StringComparison.Ordinal);

        // Without its key nobody reads it.
        await service.Database.ExecuteAsync($"UPDATE learners SET wrapped_key = NULL WHERE id = (SELECT learner_id FROM assessments WHERE id = '{id}')");
        Assert.Equal(HttpStatusCode.NotFound, (await assessed.Validator.GetAsync(path)).StatusCode);
    }

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_is_not_a_whole_file_of_its_kind_is_refused_and_not_kept(string what, string mediaType, byte[] bytes)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.OpenAsync();

        using var refused = await SendAsync(assessed.Assessor, id, new ByteArrayContent(bytes), mediaType, "report.pdf");

        Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{what}: {refused.StatusCode}");
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM assessment_files WHERE assessment_id = '{id}'"));
        Assert.Equal(0, await service.Database.CountAsync("SELECT count(*) FROM assessment_file_parts WHERE file_id NOT IN (SELECT id FROM assessment_files)"));
    }

    [Fact]
    public async Task Each_kind_is_taken_and_no_other_and_none_that_is_too_large_and_ten_at_most()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.OpenAsync();
        await UploadAsync(assessed.Assessor, id, Png(600_000), "image/png", "a.png");
        await UploadAsync(assessed.Assessor, id, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9], "image/jpeg", "a.jpg");
        await UploadAsync(assessed.Assessor, id, WebP(100), "image/webp", "a.webp");
        await UploadAsync(assessed.Assessor, id, Pdf(20 * 1024 * 1024), "application/pdf", "a.pdf");

        using var html = await SendAsync(assessed.Assessor, id, new StringContent("<html/>"), "text/html", "a.pdf");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, html.StatusCode);
        using var large = await SendAsync(assessed.Assessor, id, new ByteArrayContent(Pdf((20 * 1024 * 1024) + 1)), "application/pdf", "a.pdf");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await EndlessAsync(assessed.Assessor, id));
        Assert.Equal(4, await service.Database.CountAsync($"SELECT count(*) FROM assessment_files WHERE assessment_id = '{id}'"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => SendAsync(assessed.Assessor, id, new ByteArrayContent(Pdf(50)), "application/pdf", "b.pdf")));
        Assert.Equal((6, 3), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Evidence_names_a_file_and_the_award_does_not_link_to_it(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = await assessed.OpenAsync();
        var file = (await UploadAsync(assessed.Assessor, id, Pdf(50), "application/pdf", "a.pdf")).GetProperty("id").GetString()!;
        var spare = (await UploadAsync(assessed.Assessor, id, Pdf(50), "application/pdf", "b.pdf")).GetProperty("id").GetString()!;
        var content = Assessed.Content();
        content["evidence"] = new JsonArray(new JsonObject { ["name"] = "Report of the interview", ["file"] = "AAAAAAAAAAAAAAAAAAAAAA" });
        using var unknown = await assessed.RecordAsync(id, content, "*");
        Assert.Equal(["PC-R010 /evidence/0/file"], (await Problem.ReadAsync(unknown)).Errors!.Select(error => $"{error.Code} {error.Pointer}"));
        content["evidence"]![0]!["file"] = file;
        using var recorded = await assessed.RecordAsync(id, content, "*");
        Assert.True(recorded.StatusCode == HttpStatusCode.OK, await recorded.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Conflict, (await assessed.Assessor.DeleteAsync($"/api/v1/assessments/{id}/files/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await assessed.Assessor.DeleteAsync($"/api/v1/assessments/{id}/files/{spare}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await assessed.Assessor.GetAsync($"/api/v1/assessments/{id}/files/{spare}")).StatusCode);
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        using var late = await SendAsync(assessed.Assessor, id, new ByteArrayContent(Pdf(50)), "application/pdf", "c.pdf");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var award = await assessed.AwardAsync(await Assessed.TakeAsync(assessed.Validator, id, "confirm"));

        var document = await award.DocumentAsync();
        Assert.Equal("Report of the interview", document.GetProperty("evidence")[0].GetProperty("name").GetString());
        Assert.DoesNotContain(file, document.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await assessed.Validator.GetAsync($"/api/v1/assessments/{id}/files/{file}")).StatusCode);
    }

    // As long as somebody listens, without saying how long it will be.
    private static async Task<HttpStatusCode> EndlessAsync(HttpClient client, string id)
    {
        using var content = new StreamContent(new MemoryStream(Pdf((20 * 1024 * 1024) + 4096)));
        using var request = Request(id, content, "application/pdf", "a.pdf");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(string id, HttpContent content, string mediaType, string name)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        // So that a body that is too large is not sent at all.
        return new(HttpMethod.Post, $"/api/v1/assessments/{id}/files") { Content = content, Headers = { ExpectContinue = true } };
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string id, HttpContent content, string mediaType, string name) =>
        client.SendAsync(Request(id, content, mediaType, name));

    internal static async Task<JsonElement> UploadAsync(HttpClient client, string id, byte[] bytes, string mediaType, string name)
    {
        using var answer = await SendAsync(client, id, new ByteArrayContent(bytes), mediaType, name);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal static byte[] Pdf(int length)
    {
        var pdf = new byte[length];
        Array.Fill(pdf, (byte)' ');
        Encoding.UTF8.GetBytes($"%PDF-1.7\n{Canary}").CopyTo(pdf, 0);
        "%%EOF\n"u8.CopyTo(pdf.AsSpan(length - 6));
        return pdf;
    }

    private static byte[] Png(int data) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, 13), .. Chunk("IDAT"u8, data), .. Chunk("IEND"u8, 0)];

    private static byte[] Chunk(ReadOnlySpan<byte> type, int length)
    {
        var chunk = new byte[length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, length);
        type.CopyTo(chunk.AsSpan(4));
        return chunk;
    }

    private static byte[] WebP(int length)
    {
        var webp = new byte[length];
        "RIFF"u8.CopyTo(webp);
        BinaryPrimitives.WriteInt32LittleEndian(webp.AsSpan(4), length - 8);
        "WEBPVP8L"u8.CopyTo(webp.AsSpan(8));
        return webp;
    }
}
