using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Evidence sent with the form of an assessment, without a line of script.</summary>
public sealed partial class DeskFileTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private static readonly (string, string)[] Recorded = [("awardedOn", "2026-03-20"), ("result.points", "92"), ("evidence.0.name", "Report of the interview")];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_sent_with_what_is_recorded_is_seen_by_assessor_and_validator_and_always_saved(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@files.example", "assessor");
        using var validator = await Staff.JoinAsync(service, $"validator.{kind}@files.example", "validator");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        var pdf = AssessmentFileTests.Pdf(700_000);

        using var proposed = await SendAsync(assessor, assessment, "submit", Recorded, ("evidence.0.file", "Țepeș, wing C.pdf", "application/pdf", pdf));
        Assert.True(proposed.StatusCode == HttpStatusCode.Redirect, await proposed.Content.ReadAsStringAsync());

        foreach (var reader in (Staff[])[assessor, validator])
        {
            var page = await reader.ReadAsync(assessment);
            Assert.Contains("Țepeș, wing C.pdf", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.Contains("700 kB", page, StringComparison.Ordinal);
            using var file = await reader.GetAsync(FileLink().Match(page).Value);
            Assert.Equal(pdf, await file.Content.ReadAsByteArrayAsync());
            Assert.Equal(("attachment", "application/pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        }

        Assert.DoesNotContain("wing C", service.Output, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_file_of_its_kind_is_refused_and_what_was_typed_and_the_other_file_are_still_there(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"typed.{kind}@files.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);

        using var refused = await SendAsync(
            assessor, assessment, "submit", Recorded,
            ("evidence.0.file", "good.pdf", "application/pdf", AssessmentFileTests.Pdf(50)), ("evidence.1.file", "program.pdf", "application/pdf", [(byte)'M', (byte)'Z', .. new byte[600]]));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("Evidence 2, File", page, StringComparison.Ordinal);
        Assert.Contains("This is not a whole PDF, PNG, JPEG or WebP file.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"92\"", page, StringComparison.Ordinal);
        Assert.Contains("good.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("program.pdf", page, StringComparison.Ordinal);
        Assert.Equal(1, await FilesAsync(service, assessment));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_in_words_and_only_it()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, "large@files.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        const int Most = 20 * 1024 * 1024;

        using var refused = await SendAsync(
            assessor, assessment, "submit", Recorded,
            ("evidence.0.file", "large.pdf", "application/pdf", AssessmentFileTests.Pdf(Most + 1)), ("evidence.1.file", "largest.pdf", "application/pdf", AssessmentFileTests.Pdf(Most)));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("The file is larger than 20 MB.", page, StringComparison.Ordinal);
        Assert.Contains("largest.pdf", page, StringComparison.Ordinal);
        Assert.Equal(1, await FilesAsync(service, assessment));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_removed_while_the_assessment_is_with_its_assessor_and_not_afterwards(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"removes.{kind}@files.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        using var saved = await SendAsync(
            assessor, assessment, "save", Recorded,
            ("evidence.0.file", "a.pdf", "application/pdf", AssessmentFileTests.Pdf(50)), ("evidence.1.file", "b.pdf", "application/pdf", AssessmentFileTests.Pdf(50)));
        var (first, second) = FileField().Matches(await assessor.ReadAsync(assessment)) is [var one, var other] ? (one.Groups["id"].Value, other.Groups["id"].Value) : throw new InvalidOperationException("Two files were sent.");

        using var removed = await assessor.PostFilesAsync(
            assessment, [("revision", await assessor.RevisionAsync(assessment)), .. Recorded, ("evidence.0.file", first), ("evidence.1.file", second), ("remove", first)]);
        Assert.True(removed.StatusCode == HttpStatusCode.Redirect, await removed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await assessor.GetAsync($"{assessment}/files/{first}")).StatusCode);
        Assert.Contains("Report of the interview", await assessor.ReadAsync(assessment), StringComparison.Ordinal);

        using var proposed = await assessor.StepAsync(assessment, "submit", [.. Recorded, ("evidence.1.file", second), ("evidence.1.name", "Notes")]);
        Assert.True(proposed.StatusCode == HttpStatusCode.Redirect, await proposed.Content.ReadAsStringAsync());
        using var late = await assessor.PostFilesAsync(assessment, [("revision", "5"), .. Recorded, ("remove", second)]);
        Assert.Equal((HttpStatusCode)422, late.StatusCode);
        Assert.Equal(1, await FilesAsync(service, assessment));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nsave")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"evidence.0.file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7")]
    [InlineData("--b\r\nContent-Type: text/plain\r\n\r\nwithout a name\r\n--b--\r\n")]
    [InlineData("no form at all")]
    public async Task A_form_that_cannot_be_read_is_refused_and_nothing_of_it_is_kept(string body)
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"{Guid.CreateVersion7():N}@files.example", "assessor");
        var assessment = await OpenAsync(assessor, assessed.AchievementId);
        using var request = new HttpRequestMessage(HttpMethod.Post, assessment) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") } } };

        using var refused = await assessor.SendAsync(request);

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(0, await FilesAsync(service, assessment));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_may_not_assess_leaves_no_file(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        using var reader = await Staff.JoinAsync(service, $"reader.{kind}@files.example", "reader", "validator", "programmeManager", "administrator");
        var assessment = $"/desk/assessments/{await assessed.OpenAsync()}";

        using var refused = await SendAsync(reader, assessment, "save", [], ("evidence.0.file", "a.pdf", "application/pdf", AssessmentFileTests.Pdf(50)));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, await FilesAsync(service, assessment));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Staff person, string assessment, string step, (string, string)[] fields, params (string Field, string Name, string MediaType, byte[] Bytes)[] files) =>
        await person.PostFilesAsync(assessment, [("revision", await person.RevisionAsync(assessment)), ("do", step), .. fields], files);

    private static async Task<string> OpenAsync(Staff assessor, string achievementId)
    {
        using var opened = await assessor.PostAsync(
            "/desk/assessments/new", ("achievement", achievementId), ("kind", "course"), ("givenName", "Lena"), ("familyName", "Learner"), ("email", "lena@prison.example"));
        Assert.True(opened.StatusCode == HttpStatusCode.Redirect, await opened.Content.ReadAsStringAsync());
        return opened.Headers.Location!.OriginalString;
    }

    private static Task<long> FilesAsync(TestedService service, string assessment) =>
        service.Database.CountAsync($"SELECT count(*) FROM assessment_files WHERE assessment_id = '{assessment[^22..]}'");

    [GeneratedRegex("/desk/assessments/[A-Za-z0-9_-]{22}/files/[A-Za-z0-9_-]{22}")]
    private static partial Regex FileLink();

    [GeneratedRegex("""<input type="hidden" name="evidence\.\d+\.file" value="(?<id>[A-Za-z0-9_-]{22})""", RegexOptions.ExplicitCapture)]
    private static partial Regex FileField();
}
