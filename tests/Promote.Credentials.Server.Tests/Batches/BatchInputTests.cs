using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>The forms in which a file may come.</summary>
public sealed class BatchInputTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Header = "givenName,familyName,email,awardedOn,result.points\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_spreadsheet_is_issued_as_it_shows_itself(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var file = Spreadsheet.Of(
            Spreadsheet.Row("GivenName", "familyName", "email", "awardedOn", "result.points", "x-room")
            + "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>Țepeș-Öğüt ėøß</t></is></c><c t=\"inlineStr\"><is><t>ana@prison.example</t></is></c><c s=\"1\"><v>46101</v></c><c><v>92</v></c><c t=\"e\"><v>#N/A</v></c></row>",
            "<si><t>=HYPERLINK(\"x\")</t></si>");

        var batch = await SendAsync(service, achievement, Content(file, Xlsx), "&confirm=true");
        Assert.Equal((1, 1, 0, 1, 0), Sent.CountsOf(await batch.UntilAsync("done")));

        var holder = (string)(await service.Database.QueryAsync($"SELECT holder_id FROM awards WHERE achievement_id = '{achievement}'"))[0][0];
        var certificate = WebUtility.HtmlDecode(await service.Client.GetStringAsync($"/credentials/{holder}?format=certificate-svg"));
        Assert.Contains("=HYPERLINK(\"x\")", certificate, StringComparison.Ordinal);
        Assert.Contains("Țepeș-Öğüt", certificate, StringComparison.Ordinal);
        Assert.Contains("ėøß", certificate, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hostile_spreadsheet_gets_a_sentence_and_leaves_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        foreach (var file in new[] { "no ZIP file"u8.ToArray(), Spreadsheet.Of(new string(' ', 32 * 1024 * 1024)), Spreadsheet.Of(Spreadsheet.Row("givenName")), Spreadsheet.Of(Spreadsheet.Row("shoeSize")) })
        {
            using var refused = await PostAsync(service, achievement, Content(file, Xlsx), "");
            Assert.Equal(("PC-R004", 422), ((await Problem.ReadAsync(refused)).Code, (int)refused.StatusCode));
        }

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "promote-??????????????????????"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_report_as_a_spreadsheet_can_be_sent_again(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var batch = await Sent.PostAsync(service, achievement, Header + "\"=1+1 <b>&\nx_x0041_\",One,ana@prison.example,20.03.2026,92\nEva,Two,eva@prison.example,2026-03-20,92\n", "");
        await batch.UntilAsync("awaitingConfirmation");

        var report = await service.Client.GetByteArrayAsync($"/api/v1/batches/{batch.Id}/report.xlsx");
        var again = await SendAsync(service, achievement, Content(report, Xlsx), "");
        await again.UntilAsync("awaitingConfirmation");

        Assert.Equal(
            await service.Client.GetStringAsync($"/api/v1/batches/{batch.Id}/report.csv"),
            await service.Client.GetStringAsync($"/api/v1/batches/{again.Id}/report.csv"));
        var template = await service.Client.GetByteArrayAsync($"/api/v1/achievements/{achievement}/batch-template.xlsx");
        using var empty = await PostAsync(service, achievement, Content(template, Xlsx), "");
        Assert.Equal("There is nobody in the file.", (await Problem.ReadAsync(empty)).Detail);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_json_array_is_lines_too(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        const string One = """{"GivenName": "Ana", "familyName": "Țepeș", "identifier": "p-1", "awardedOn": "2026-03-20", "result.points": 92.5, "x-room": {"a": [1]}}""";
        var many = string.Join(" ,\n", Enumerable.Range(0, 900).Select(i => One.Replace("p-1", $"p-{i}", StringComparison.Ordinal)));

        var batch = await SendAsync(service, achievement, Content(Encoding.UTF8.GetBytes($"\uFEFF [{many}]\n"), "application/json"), "&dryRun=true");
        Assert.Equal((900, 900, 0, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));

        foreach (var (file, says) in new[]
        {
            ("[]", "nobody"), ("{}", "not an array"), ($"[{One}", "from object 2 on"), ($"[{One},[]]", "Object 2 is not an object."), ($"[{One}]x", "from object 2 on"), ("", "not JSON"),
            ("""[{"givenName": "a", "givenName": "b"}]""", "Object 1 is not JSON"), ("""[{"givenName": "a", "GIVENNAME": "b"}]""", "twice"), ("""[{"shoeSize": "a"}]""", "no column"),
            ("""[{"givenName": 5}]""", "not a text"), ($$"""[{"narrative": "{{new string('a', 1024 * 1024)}}"}]""", "256 KiB"), ("[" + new string('[', 100_000), "Object 1 is not an object."),
        })
        {
            using var refused = await PostAsync(service, achievement, Content(Encoding.UTF8.GetBytes(file), "application/json"), "");
            Assert.Contains(says, (await Problem.ReadAsync(refused)).Detail, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_says_in_its_fields_what_an_address_says(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var file = Encoding.UTF8.GetBytes(Header + "Ana,One,ana@prison.example,2026-03-20,92\n");

        using var form = Form(("achievement", achievement), ("dryRun", "true"), ("formats", "ob3,ob2"));
        form.Add(Content(file, "application/octet-stream"), "file", "cohort.CSV");
        using var sent = await service.Client.PostAsync("/api/v1/batches", form);
        var answer = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.Accepted, true, 2), (sent.StatusCode, answer.GetProperty("dryRun").GetBoolean(), answer.GetProperty("formats").GetArrayLength()));
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await new Sent(service, answer.GetProperty("id").GetString()!).UntilAsync("done")));

        using var late = Form(("achievement", achievement));
        late.Add(Content(file, "text/csv"), "file", "a.csv");
        late.Add(new StringContent("true"), "confirm");
        await AssertRefusedAsync(late, "", "PC-R004", "before it");
        await AssertRefusedAsync(Form(("achievement", achievement)), "", "PC-R003", "no file");
        await AssertRefusedAsync(With(Form(("achievement", achievement), ("achievement", achievement))), "", "PC-R004", "twice");
        await AssertRefusedAsync(With(Form(("achievement", achievement))), $"?achievement={achievement}", "PC-R004", "say it once");
        await AssertRefusedAsync(With(Form(("shoeSize", "38"))), $"?achievement={achievement}", "PC-R002", "fields of the form");
        await AssertRefusedAsync(With(Form(("confirm", "perhaps"))), $"?achievement={achievement}", "PC-R002", "true or false");
        await AssertRefusedAsync(With(Form(("achievement", new string('a', 5000)))), "", "PC-R004", "cannot be read");
        await AssertRefusedAsync(With(Form(), "application/pdf"), $"?achievement={achievement}", "PC-R020", "multipart/form-data");
        using var cut = Content([.. Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=file; filename=a.csv\r\nContent-Type: text/csv\r\n\r\n"), .. file], "multipart/form-data; boundary=b");
        await AssertRefusedAsync(cut, $"?achievement={achievement}", "PC-R004", "ends before");
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));

        MultipartFormDataContent With(MultipartFormDataContent fields, string type = "text/csv")
        {
            fields.Add(Content(file, type), "file", "a");
            return fields;
        }

        async Task AssertRefusedAsync(HttpContent content, string query, string code, string says)
        {
            using var refused = await service.Client.PostAsync("/api/v1/batches" + query, content);
            var problem = await Problem.ReadAsync(refused);
            Assert.True(code == problem.Code, $"{says}: {problem.Status} {problem.Code} {problem.Detail}");
            Assert.Contains(says, problem.Detail, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_cell_that_cannot_be_read_is_shown_with_its_line_and_column(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var line = Encoding.UTF8.GetBytes(Header + "Ana,One,ana@prison.example,2026-03-20,92\nG");
        byte[] lone = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("givenName\tfamilyName\nG"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("len\tOne\n")];
        foreach (var (file, type, says) in new[]
        {
            ((byte[])[.. line, 0xFC, .. "lsen,One,g@prison.example,2026-03-20,92\n"u8], "text/csv", "Line 3: givenName cannot be read: \"G\uFFFDlsen\"."),
            ([.. line, 0x81, .. "lsen,One,g@prison.example,2026-03-20,92\n"u8], "text/csv; charset=windows-1252", "Line 3: givenName cannot be read: \"G\uFFFDlsen\"."),
            ([.. line, 0xA1, .. "lsen,One,g@prison.example,2026-03-20,92\n"u8], "text/csv; charset=windows-1257", "Line 3: givenName cannot be read"),
            (lone, "text/csv", "Line 2: givenName cannot be read: \"G\uFFFDlen\"."),
            ([.. "{\"givenName\": \"G"u8, 0xFC, .. "len\"}\n"u8], "application/x-ndjson", "Line 1: givenName cannot be read: \"G\uFFFDlen\"."),
            ([.. "[{\"x-room\": \"G"u8, 0xFC, .. "len\"}]\n"u8], "application/json", "Object 1 has bytes that are not UTF-8."),
        })
        {
            using var refused = await PostAsync(service, achievement, Content(file, type), "");
            var problem = await Problem.ReadAsync(refused);
            Assert.Equal((HttpStatusCode.BadRequest, "PC-R030"), (refused.StatusCode, problem.Code));
            Assert.Contains(says, problem.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_stands_in_a_file_is_a_bad_line_or_a_refusal(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var large = new string('ș', 512 * 1024);
        var file = $"\uFEFFgivenName;familyName;email;awardedOn;narrative\r\n\"ș ț ğ\r\nė ø ß\";One;a@prison.example;2026-03-20;\r\n{large};One;b@prison.example;2026-03-20;\r\nAna;One;c@prison.example;2026-03-20;{large}\r\n;;;;\r\nAna;One;d@prison.example;2026-03-20;\"a;\"\"b\"\"\r\n\"\r\n";
        var batch = await Sent.PostAsync(service, achievement, file, "&dryRun=true");
        var done = await batch.UntilAsync("done");
        Assert.Equal((5, 1, 4), (Sent.CountsOf(done).Rows, Sent.CountsOf(done).Good, Sent.CountsOf(done).Bad));

        using var tooLarge = await Sent.SendAsync(service, achievement, $"givenName\n{large}{large}{large}\n", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLarge.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_thousand_lines_of_garbage_are_bad_lines(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var file = Header + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"g{i}\u0001,,@{i},{i}.{i},{i}\n"));

        var batch = await Sent.PostAsync(service, achievement, file, "&dryRun=true");
        await batch.UntilAsync("done", TimeSpan.FromMinutes(4));

        Assert.Equal((100_000, 0, 100_000, 0, 0), Sent.CountsOf(await batch.UntilAsync("done")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_file_twice_is_flagged_line_by_line(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var file = Header + string.Concat(Enumerable.Range(0, 30).Select(i => $"Ana,One,ana{i}@prison.example,2026-03-20,92\n"));
        await (await Sent.PostAsync(service, achievement, file, "&confirm=true")).UntilAsync("done");

        var again = await Sent.PostAsync(service, achievement, file, "&confirm=true");

        Assert.Equal((30, 0, 30, 0, 0), Sent.CountsOf(await again.UntilAsync("awaitingConfirmation")));
        Assert.All(await again.RowsAsync("bad"), row => Assert.Contains("has a valid award", row.GetRawText(), StringComparison.Ordinal));
        using var confirmed = await service.Client.PostAsync($"/api/v1/batches/{again.Id}/confirm", null);
        await again.UntilAsync("done");
        Assert.Equal(30, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE achievement_id = '{achievement}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_hundred_posts_with_one_key_are_one_batch(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Sent.SendAsync(service, achievement, Header + "Ana,One,ana@prison.example,2026-03-20,92\n", "", key: "k200")));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}"));
        Assert.Single(answers.Where(answer => answer.StatusCode == HttpStatusCode.Accepted).Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM batches WHERE achievement_id = '{achievement}'"));
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private static ByteArrayContent Content(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    private static Task<HttpResponseMessage> PostAsync(TestedService service, string achievement, HttpContent content, string query) => service.Client.PostAsync($"/api/v1/batches?achievement={achievement}{query}", content);

    private static async Task<Sent> SendAsync(TestedService service, string achievement, HttpContent content, string query)
    {
        using var answer = await PostAsync(service, achievement, content, query);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return new(service, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }
}
