using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 18: a file is an archive that swells or climbs out of its folder, or a text is a formula for whoever opens it in a spreadsheet.</summary>
/// <remarks>No file is taken apart here, and no table is written: every door that takes a file is tried with one.</remarks>
public sealed class TM_18(AttackedService service) : IClassFixture<AttackedService>
{
    public static TheoryData<string> Archives => [.. Made.Keys];

    private static Dictionary<string, Func<byte[]>> Made { get; } = new()
    {
        ["a ZIP of 40 MiB of zeros"] = () => Zip(("zeros", new byte[40 << 20])),
        ["a ZIP in a ZIP in a ZIP"] = () => Zip(("a.zip", Zip(("b.zip", Zip(("zeros", new byte[30 << 20])))))),
        ["a ZIP of ten thousand files"] = () => Zip([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}", Array.Empty<byte>()))]),
        ["a ZIP that climbs"] = () => Zip(("../../../etc/cron.d/x", "x"u8.ToArray()), ("..\\..\\x", "x"u8.ToArray()), ("/etc/passwd", "x"u8.ToArray())),
        ["a spreadsheet"] = () => Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"u8.ToArray())),
        ["a ZIP with a credential inside"] = () => Zip(("credential.json", Encoding.UTF8.GetBytes(new ForeignBadge().Json.ToJsonString()))),
        ["gzip"] = () => Gzip(new byte[20 << 20]),
        ["a table"] = () => "name,email\n=HYPERLINK(\"https://evil.example\"),a@b.example\n"u8.ToArray(),
        ["7z"] = () => [.. "7z\xBC\xAF\x27\x1C"u8, .. new byte[100]],
        ["tar"] = () => [.. "../../etc/passwd"u8, .. new byte[1024]],
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task An_archive_is_a_credential_at_no_door(string name)
    {
        var archive = Made[name]();
        foreach (var mediaType in (string[])["application/zip", "application/octet-stream", "application/json", "image/svg+xml", "image/png", "application/pdf", "text/csv"])
        {
            using var body = Body(archive, mediaType);
            using var answer = await service.Anonymous.PostAsync("/api/v1/verify", body);
            Assert.InRange((int)answer.StatusCode, 400, 422);
        }

        using var form = new MultipartFormDataContent { { Body(archive, "application/json"), "file", "../../../../etc/credential.json" } };
        using var page = await service.Anonymous.PostAsync("/verify", form);
        Assert.InRange((int)page.StatusCode, 413, 422);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task An_archive_is_a_picture_at_no_door(string name)
    {
        foreach (var mediaType in (string[])["image/png", "image/svg+xml", "application/zip"])
        {
            using var body = Body(Made[name](), mediaType);
            using var answer = await service.First.PostAsync("/api/v1/pictures", body);
            Assert.InRange((int)answer.StatusCode, 413, 422);
        }
    }

    /// <summary>A body that is packed for the way is not unpacked: nobody needs it, and a small one can be anything.</summary>
    [Theory]
    [InlineData("/api/v1/verify", "gzip")]
    [InlineData("/api/v1/verify", "br")]
    [InlineData("/api/v1/awards", "gzip")]
    [InlineData("/api/v1/awards", "deflate")]
    public async Task A_packed_body_is_not_unpacked(string path, string encoding)
    {
        using var body = Body(Gzip(Encoding.UTF8.GetBytes("{}")), "application/json");
        body.Headers.ContentEncoding.Add(encoding);
        using var answer = await service.First.PostAsync(path, body);
        Assert.InRange((int)answer.StatusCode, 400, 422);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\windows\\win.ini")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("credential.json\0.png")]
    [InlineData("<script>alert(1)</script>.json")]
    [InlineData("CON")]
    public async Task The_name_of_a_file_leads_nowhere_and_is_not_shown(string fileName)
    {
        using var file = new StringContent("no credential");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = fileName };
        using var form = new MultipartFormDataContent { file };
        using var answer = await service.Anonymous.PostAsync("/verify", form);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.DoesNotContain(fileName, System.Web.HttpUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Empty(Markup.Harmful(html, AttackedService.Address));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("..%5C..%5Cx")]
    [InlineData("%2e%2e%2f%2e%2e%2fappsettings.json")]
    [InlineData("....//....//x")]
    [InlineData("site.css%00.png")]
    public async Task A_path_that_climbs_leads_to_no_file(string path)
    {
        foreach (var folder in (string[])["", "pictures/", "v/", "credentials/", "status/", "problems/", "issuers/"])
        {
            using var answer = await service.Anonymous.GetAsync(new Uri($"{service.Anonymous.BaseAddress}{folder}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            Assert.True((int)answer.StatusCode is 400 or 404, $"{folder}{path}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"click\")")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("=1+1;\"a\",'b'")]
    [InlineData("＝1+1")]
    [InlineData("\"=1+1\"")]
    [InlineData("%0A=1+1")]
    public async Task A_formula_comes_back_as_the_text_that_it_is(string formula)
    {
        var achievement = JsonNode.Parse(Samples.Achievement)!;
        achievement["name"]!["en"] = formula;
        var things = await Things.MakeAsync(service.First, achievement);
        var award = JsonNode.Parse(Samples.Award(things.AchievementId))!;
        award["learner"]!["familyName"] = formula;
        award["evidence"]![0]!["name"] = formula;
        award["formats"] = new JsonArray("ob3", "ob2");
        using var made = await service.First.PostAsync("/api/v1/awards", Samples.Json(award.ToJsonString()));
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        var links = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        var holder = new Uri(links.GetProperty("credential").GetString()!).AbsolutePath;

        var document = await service.Anonymous.GetFromJsonAsync<JsonElement>($"{holder}?format=ob3");
        Assert.Equal(formula, document.GetProperty("credentialSubject").GetProperty("achievement").GetProperty("name").GetString());
        Assert.Equal(formula, document.GetProperty("evidence")[0].GetProperty("name").GetString());
        Assert.Equal(formula, (await service.First.GetFromJsonAsync<JsonElement>($"/api/v1/achievements/{things.AchievementId}")).GetProperty("content").GetProperty("name").GetProperty("en").GetString());
        foreach (var format in (string[])["pdf", "certificate-svg", "ob3-png", "ob3-svg", "ob2"])
        {
            using var file = await service.Anonymous.GetAsync($"{holder}?format={format}");
            Assert.True((int)file.StatusCode == 200, $"{format}: {file.StatusCode}");
        }
    }

    private static ByteArrayContent Body(byte[] bytes, string mediaType) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return target.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
