using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Tests.Formats.Pdf;

namespace Promote.Credentials.Server.Tests.Public.Certificates;

/// <summary>The certificate that a holder saves: a page for people, with what verifies inside.</summary>
[Trait("speed", "slow")]
public sealed class CertificateFileTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [NeedsPopplerFact]
    [Trait("needs", "librsvg")]
    [Trait("needs", "poppler")]
    public async Task The_sealed_credential_comes_out_of_the_pdf_byte_for_byte_and_verifies()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var holder = await AwardAsync(service, seed, "ob3", "europass");

        var pdf = await FileAsync(service, holder, "?format=pdf");

        using var poppler = new Tool();
        poppler.Run(Tool.PdfDetach, "-save", "1", "-o", poppler.PathOf("credential"), poppler.Put("certificate.pdf", pdf));
        var detached = await File.ReadAllBytesAsync(poppler.PathOf("credential"));
        Assert.Equal(await FileAsync(service, holder, "?format=europass"), detached);
        Assert.True(JadesSeal.TryRead(detached, out var seal, out var error), error);
        Assert.True(seal.Verify([], TimeProvider.System.GetUtcNow()).Intact.Holds);
    }

    [NeedsPopplerFact]
    [Trait("needs", "librsvg")]
    [Trait("needs", "poppler")]
    public async Task Every_award_has_a_pdf_in_the_readers_language_and_without_europass_the_badge_is_inside()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var holder = await AwardAsync(service, seed, "ob3");

        var romanian = await FileAsync(service, holder, "?format=pdf&lang=ro");
        using var accepting = new HttpRequestMessage(HttpMethod.Get, holder) { Headers = { { "Accept", "application/pdf" } } };
        using var accepted = await service.Anonymous.SendAsync(accepting);

        var text = Tool.Print(Tool.PdfText, romanian);
        Assert.Contains("Țepeș-Müller", text, StringComparison.Ordinal);
        Assert.Contains("intervievează oameni", text, StringComparison.Ordinal);
        Assert.Contains("interview people", Tool.Print(Tool.PdfText, await accepted.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(("application/pdf", "certificate.pdf"), (accepted.Content.Headers.ContentType!.MediaType, accepted.Content.Headers.ContentDisposition!.FileName));
        Assert.True(PdfAttachments.TryRead(romanian, out var attachments));
        var inside = Assert.Single(attachments);
        Assert.Equal(("credential.json", "application/vc"), (inside.FileName, inside.MediaType));
        Assert.Equal(await FileAsync(service, holder, "?format=ob3"), inside.Bytes.ToArray());
    }

    [Fact]
    public async Task Where_fonts_are_missing_a_pdf_answers_what_to_install_and_the_svg_can_be_had()
    {
        using var fonts = new NoFonts();
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database, fonts.Setting);
        var holder = await AwardAsync(service, seed, "ob3", "europass");

        using var answer = await service.Anonymous.GetAsync($"{holder}?format=pdf");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(
            "This service cannot draw pages now: its operator has to install librsvg2-2 and fonts-dejavu-core. The form certificate-svg can be had.",
            problem.GetProperty("detail").GetString());
        Assert.NotEmpty(await FileAsync(service, holder, "?format=certificate-svg"));
    }

    [Fact]
    public async Task Where_fonts_are_missing_nothing_is_sealed_for_ever_without_its_page()
    {
        using var fonts = new NoFonts();
        using var files = new KeyFiles();
        var now = TimeProvider.System.GetUtcNow();
        files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        files.AddSeal("cove-ro.seal.p12", now.AddDays(-1), now.AddDays(1));
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceProcess.StartAsync(database, [.. files.Settings, fonts.Setting]);

        using var answer = await AwardRequest.SendAsync(service.Client, Request(seed, "ob3", "europass"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("librsvg2-2", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await database.CountAsync("SELECT count(*) FROM awards"));
    }

    private static JsonObject Request(Seed seed, params string[] formats)
    {
        var request = AwardRequest.For(seed);
        request["formats"] = new JsonArray([.. formats.Select(format => JsonValue.Create(format))]);
        return request;
    }

    private static async Task<string> AwardAsync(TestedService service, Seed seed, params string[] formats)
    {
        using var answer = await AwardRequest.SendAsync(service.Client, Request(seed, formats));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return new Uri((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath;
    }

    private static async Task<byte[]> FileAsync(TestedService service, string holder, string query)
    {
        using var answer = await service.Anonymous.GetAsync(holder + query);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Settings of fontconfig by which it finds no font at all.</summary>
    private sealed class NoFonts : IDisposable
    {
        private readonly string file = Path.GetTempFileName();

        public NoFonts() => File.WriteAllText(file, "<fontconfig></fontconfig>");

        public (string Name, string? Value) Setting => ("FONTCONFIG_FILE", file);

        public void Dispose() => File.Delete(file);
    }
}
