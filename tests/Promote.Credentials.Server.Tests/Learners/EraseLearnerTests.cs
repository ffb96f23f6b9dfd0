using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Learners;

/// <summary>A person gets everything that is held of them, and then nothing is held any more.</summary>
public sealed class EraseLearnerTests(StartedWithMail services) : IClassFixture<StartedWithMail>
{
    private static readonly string[] Canaries =
    [
        "Zanarygiven", "Zanaryfamily", "zanary@prison.example", "zanary-platform-4711", "1971-02-03", "zanarynarrative", "zanaryfilecontent", "zanaryfilename", "zanaryreason", "zanarysuspension",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task An_erased_learner_got_everything_and_left_nothing(Database kind)
    {
        var (service, seed, sink) = await services.WithSinkAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var (assessment, award, file) = await AssessAsync(assessed);
        await award.ChangeAsync("suspend", "zanarysuspension");
        await award.ChangeAsync("reinstate", "It was a mistake");
        var share = await new HolderForms(service.Anonymous, service.Database, award.HolderId).NewLinkAsync("name=on&results=on&until=month");
        await sink.UntilAsync(1);
        var id = await Things.LearnerAsync(assessed.Assessor, "zanary-platform-4711");
        var wrapped = (byte[])(await service.Database.QueryAsync($"SELECT wrapped_key FROM learners WHERE id = '{id}'"))[0][0];
        var assertion = (string)(await service.Database.QueryAsync($"SELECT document_id FROM credentials WHERE award_id = '{award.Id}' AND format = 'ob2'"))[0][0];
        string[] pages = [$"/v/{award.PublicId}", $"/v/{share}", $"/credentials/{award.HolderId}", $"/credentials/{award.HolderId}?format=ob3", $"/credentials/{award.HolderId}/certificate", $"/ob2/assertions/{assertion}"];
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync(page)).StatusCode);
        }

        await AssertExportedAsync(assessed, id, award, file);
        // The reason of a suspension is for everybody to read.
        Assert.Equal(["key"], await Traces.FindAsync(service.Database, [("key", wrapped), .. Told().Where(canary => canary.Name != "zanarysuspension")]));
        sink.Forget();

        foreach (var _ in (int[])[1, 2])
        {
            using var erased = await EraseAsync(assessed.Assessor, id);
            Assert.True(erased.StatusCode == HttpStatusCode.OK, await erased.Content.ReadAsStringAsync());
        }

        Assert.Empty(await Traces.FindAsync(service.Database, [("key", wrapped), .. Told()]));
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, service.Output, StringComparison.OrdinalIgnoreCase));
        foreach (var page in pages)
        {
            var unknown = page.Replace(award.PublicId, RandomId.New(), StringComparison.Ordinal).Replace(share, RandomId.New(), StringComparison.Ordinal)
                .Replace(award.HolderId, RandomId.New(), StringComparison.Ordinal).Replace(assertion, RandomId.New(), StringComparison.Ordinal);
            Assert.Equal(await AnswerAsync(service, unknown), await AnswerAsync(service, page));
        }

        Assert.True(await award.IsSetAsync());
        using var gone = await assessed.Assessor.PostAsync("/api/v1/learners/find", Samples.Json("""{"identifier": "zanary-platform-4711"}"""));
        using var nothing = await assessed.Assessor.PostAsync($"/api/v1/learners/{id}/export", null);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (gone.StatusCode, nothing.StatusCode));
        var left = await assessed.Assessor.GetStringAsync($"/api/v1/assessments/{assessment}") + await assessed.Assessor.GetStringAsync($"/api/v1/awards/{award.Id}") + await assessed.Assessor.GetStringAsync("/api/v1/audit?limit=100");
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, left, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("\"learner.erased\"", left, StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE subject = '{id}' AND action = 'learner.erased' AND detail = '{{\"reason\":\"requested\"}}'"));
        Assert.Null(await FaultAsync(service.Database));

        // The same person may be assessed again, and is somebody new.
        await AssessAsync(assessed);
        Assert.NotEqual(id, await Things.LearnerAsync(assessed.Assessor, "zanary-platform-4711"));
        Assert.Single(await sink.UntilAsync(1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_promised_award_is_taken_back_and_what_was_interrupted_is_finished(Database kind)
    {
        var (service, seed, _) = await services.WithSinkAsync(kind);
        var given = await Given.AwardAsync(service, seed, "promised");
        var issued = await Given.AwardAsync(service, seed, "promised");
        for (var tries = 0; await service.Database.CountAsync($"SELECT count(*) FROM outbox WHERE subject = '{given.Id}' AND done_at IS NULL") > 0; tries++)
        {
            Assert.True(tries < 300, "The award was not announced.");
            await Task.Delay(50);
        }

        // As if it had only been promised so far.
        await service.Database.ExecuteAsync($"DELETE FROM deliveries WHERE award_id = '{given.Id}'");
        using var client = Assessed.Client(service, seed.ApiKey);
        var id = (string)(await service.Database.QueryAsync($"SELECT learner_id FROM awards WHERE id = '{given.Id}'"))[0][0];
        await service.Database.ExecuteAsync($"DELETE FROM outbox WHERE subject = '{given.Id}'");
        await service.Database.ExecuteAsync($"UPDATE awards SET state = 'intended', issued_at = NULL WHERE id = '{given.Id}'");
        await service.Database.ExecuteAsync($"UPDATE learners SET wrapped_key = NULL WHERE id = '{id}'");
        await service.Database.ExecuteAsync($"DELETE FROM learner_lookups WHERE learner_id = '{id}'");

        using var erased = await EraseAsync(client, id);

        Assert.True(erased.StatusCode == HttpStatusCode.OK, await erased.Content.ReadAsStringAsync());
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE learner_id = '{id}'"));
        Assert.True(await issued.IsSetAsync());
    }

    [Fact]
    public async Task Whoever_may_not_erase_and_whoever_gives_no_known_reason_erases_nothing()
    {
        var (service, seed, _) = await services.WithSinkAsync(Database.Sqlite);
        var given = await Given.AwardAsync(service, seed, "kept");
        using var client = Assessed.Client(service, seed.ApiKey);
        var id = (string)(await service.Database.QueryAsync($"SELECT learner_id FROM awards WHERE id = '{given.Id}'"))[0][0];
        using var key = await client.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "reader", "scopes": ["learners:read"]}"""));
        using var reader = Assessed.Client(service, (await key.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);

        using var forbidden = await EraseAsync(reader, id);
        using var typed = await client.PostAsync($"/api/v1/learners/{id}/erase", Samples.Json("""{"reason": "Ioana asked for it"}"""));

        Assert.Equal((HttpStatusCode.Forbidden, (HttpStatusCode)422), (forbidden.StatusCode, typed.StatusCode));
        Assert.Equal(("valid", "passed"), await given.VerdictAsync());
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Told() => Canaries.Select(canary => (canary, Encoding.UTF8.GetBytes(canary)));

    private static Task<HttpResponseMessage> EraseAsync(HttpClient client, string id) => client.PostAsync($"/api/v1/learners/{id}/erase", Samples.Json("""{"reason": "requested"}"""));

    private static async Task<(string Assessment, Given Award, byte[] File)> AssessAsync(Assessed assessed)
    {
        foreach (var (member, value) in (ReadOnlySpan<(string, string)>)[("givenName", Canaries[0]), ("familyName", Canaries[1]), ("email", Canaries[2]), ("identifier", Canaries[3]), ("dateOfBirth", Canaries[4])])
        {
            assessed.Learner[member] = value;
        }

        var id = await assessed.OpenAsync();
        var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7\n{Canaries[6]}{new string('.', 300_000)}\n%%EOF\n");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/assessments/{id}/files") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "zanaryfilename.pdf" };
        using var uploaded = await assessed.Assessor.SendAsync(request);
        var file = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var content = Assessed.Content();
        content["narrative"] = "zanarynarrative";
        content["evidence"] = new JsonArray(new JsonObject { ["name"] = "Report", ["file"] = file });
        content["formats"] = new JsonArray("ob3", "ob2");
        using var recorded = await assessed.RecordAsync(id, content, "*");
        Assert.True(recorded.StatusCode == HttpStatusCode.OK, await recorded.Content.ReadAsStringAsync());
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        await Assessed.TakeAsync(assessed.Validator, id, "return", "zanaryreason");
        await Assessed.TakeAsync(assessed.Assessor, id, "submit");
        return (id, await assessed.AwardAsync(await Assessed.TakeAsync(assessed.Validator, id, "confirm")), bytes);
    }

    private static async Task AssertExportedAsync(Assessed assessed, string id, Given award, byte[] file)
    {
        using var answer = await assessed.Assessor.PostAsync($"/api/v1/learners/{id}/export", null);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var json = Encoding.UTF8.GetString(await BytesAsync(zip.GetEntry("learner.json")!));
        Assert.All(Canaries.Where(canary => canary != "zanaryfilecontent"), canary => Assert.Contains(canary, json, StringComparison.Ordinal));
        var exported = JsonSerializer.Deserialize<JsonElement>(json);
        Assert.Contains(exported.GetProperty("audit").EnumerateArray(), item => item.GetProperty("action").GetString() == "learner.exported");
        Assert.Single(exported.GetProperty("awards")[0].GetProperty("shareLinks").EnumerateArray());
        Assert.Equal(file, await BytesAsync(zip.Entries.Single(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal))));
        Assert.Equal(
            await assessed.Service.Anonymous.GetByteArrayAsync($"/credentials/{award.HolderId}?format=ob3"),
            await BytesAsync(zip.GetEntry($"documents/{award.Id}.ob3.json")!));
        Assert.Equal(4, zip.Entries.Count);
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using var open = await entry.OpenAsync();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<(HttpStatusCode, string, string)> AnswerAsync(TestedService service, string path)
    {
        using var answer = await service.Anonymous.GetAsync(path);
        return (answer.StatusCode, string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}")),
            Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())));
    }

    private static async Task<AuditFault?> FaultAsync(TestDatabase database)
    {
        var headFile = new AuditHeadFile(new PromoteSettings { StatusVersionFile = Path.Combine(database.Directory, "status-versions.json") }, TimeProvider.System);
        await using var db = database.Open();
        await new AuditChain(db, headFile).ExtendAsync(CancellationToken.None);
        return (await new VerifyAuditChain(db, headFile).RunAsync(CancellationToken.None)).Fault;
    }
}
