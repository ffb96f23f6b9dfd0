using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>What became of a batch, to be taken away: a table of its lines, and all of its documents.</summary>
public sealed class ResultsTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Header = "givenName,familyName,email,awardedOn,result.points\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_document_is_in_the_zip_and_verifies_and_no_name_is(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await DoneAsync(service, string.Concat(Enumerable.Range(1, 12).Select(i => $"Magdalena,Unmistakable,unmistakable{i}@prison.example,2026-03-20,{(i == 5 ? 101 : 92)}\n")), "&formats=ob3,ob2,ob3-jwt");

        var (names, files) = await ZipAsync(service, batch);

        Assert.Equal(
            Enumerable.Range(1, 12).Where(i => i != 5).SelectMany(i => new[] { $"{i:D7}-ob2.json", $"{i:D7}-ob3.json", $"{i:D7}-ob3-jwt.jwt" }),
            names);
        foreach (var (name, file) in names.Zip(files).Where(one => one.First.StartsWith("0000001", StringComparison.Ordinal) || one.First.StartsWith("0000012", StringComparison.Ordinal)))
        {
            using var body = new ByteArrayContent(file) { Headers = { ContentType = new(name.EndsWith(".jwt", StringComparison.Ordinal) ? "application/jwt" : "application/json") } };
            using var verified = await service.Anonymous.PostAsync("/api/v1/verify", body);
            Assert.True(verified.StatusCode == HttpStatusCode.OK, $"{name} {await verified.Content.ReadAsStringAsync()}");
            Assert.StartsWith("valid", (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString(), StringComparison.Ordinal);
        }

        using var rest = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/results.zip?after=11");
        using var zip = new ZipArchive(await rest.Content.ReadAsStreamAsync());
        Assert.Equal(3, zip.Entries.Count);
        using var beyond = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/results.zip?after=12");
        Assert.Equal("/after", (await Problem.ReadAsync(beyond)).Errors!.Single().Pointer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_table_says_what_became_of_each_line_and_its_links_lead_there(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await DoneAsync(service, "\"=HYPERLINK(\"\"x\"\")\",Formula,f@prison.example,2026-03-20,92\nAna,Bad,nobody,20.03.2026,92\n", "&formats=ob3,ob2");

        using var answer = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/results.csv");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("number,state,award,verification,document.ob3,document.ob2,problems", lines[0]);
        var good = lines[1].Split(',');
        Assert.Equal(["1", "issued"], good[..2]);
        Assert.StartsWith($"{service.Url.OriginalString}/v/", good[3], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync(good[3])).StatusCode);
        Assert.Contains("OpenBadgeCredential", await service.Anonymous.GetStringAsync(good[4]), StringComparison.Ordinal);
        Assert.EndsWith("?format=ob2", good[5], StringComparison.Ordinal);
        Assert.StartsWith("2,bad,,,,,\"awardedOn: Write the date", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("HYPERLINK", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", string.Concat(lines), StringComparison.Ordinal);
        Assert.DoesNotContain(lines.SelectMany(line => line.Split(',')), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@', ..]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_erased_is_in_no_file_and_the_table_says_so(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await DoneAsync(service, "Ana,One,erased@prison.example,2026-03-20,92\nEva,Two,stays@prison.example,2026-03-20,92\n", "");
        using var found = await service.Client.PostAsync("/api/v1/learners/find", Samples.Json("""{"email": "erased@prison.example"}"""));
        using var erased = await service.Client.PostAsync($"/api/v1/learners/{(await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}/erase", Samples.Json("""{"reason": "requested"}"""));
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);

        var (names, _) = await ZipAsync(service, batch);
        var lines = (await service.Client.GetStringAsync($"/api/v1/batches/{batch.Id}/results.csv")).Split("\r\n");

        Assert.Equal(["0000002-ob3.json"], names);
        Assert.Contains("1,issued,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,The learner was erased: there is nothing of them any more.", lines[1].Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("/v/", lines[2], StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_document_that_was_changed_in_the_database_is_not_handed_out_and_the_others_are(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var batch = await DoneAsync(service, "Ana,One,one@prison.example,2026-03-20,92\nEva,Two,two@prison.example,2026-03-20,92\n", "");
        await service.Database.ExecuteAsync($"UPDATE credentials SET signed = intent WHERE award_id = (SELECT award_id FROM batch_lines WHERE batch_id = '{batch.Id}' AND number = 1)");

        var (names, _) = await ZipAsync(service, batch);

        Assert.Equal(["0000001-ob3.json.damaged.txt", "0000002-ob3.json"], names);
    }

    private static async Task<Sent> DoneAsync(TestedService service, string lines, string query)
    {
        var batch = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Cohort"), Header + lines, "&confirm=true" + query);
        var state = (await batch.UntilAsync("done awaitingConfirmation")).GetProperty("state").GetString();
        if (state != "done")
        {
            using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{batch.Id}/confirm", null);
            await batch.UntilAsync("done");
        }

        return batch;
    }

    private static async Task<(string[] Names, byte[][] Files)> ZipAsync(TestedService service, Sent batch)
    {
        using var answer = await service.Client.GetAsync($"/api/v1/batches/{batch.Id}/results.zip");
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("nmistakable", StringComparison.Ordinal));
        return ([.. zip.Entries.Select(entry => entry.FullName)], [.. zip.Entries.Select(Bytes)]);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var file = entry.Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
