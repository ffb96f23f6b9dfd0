using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Pathways;

/// <summary>docs/from-curriculum-to-credential.md, run as it stands there.</summary>
public sealed partial class CurriculumTests
{
    private const string Learner = "lena@example.org";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_calls_make_three_awards_whose_six_documents_say_all_of_Annex_I(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var service = await ServiceInside.StartAsync(database);
        var before = await database.CountAsync("SELECT count(*) FROM awards");

        var output = await RunAsync(service);

        var pages = Page().Matches(output);
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Equal("valid", page.Groups["outcome"].Value));
        Assert.Contains(",apply conflict management,essential,true,5,,true,,true\r\n", output);
        Assert.Equal(before + 3, await database.CountAsync("SELECT count(*) FROM awards"));
        foreach (var (index, publicId) in pages.Select(page => page.Groups["id"].Value).Index())
        {
            // The last one is that of the pathway, which names its parts.
            var parts = index == 2 ? 2 : 0;
            var holder = (string)(await database.QueryAsync($"SELECT holder_id FROM awards WHERE public_id = '{publicId}'"))[0][0];
            var badge = await JsonAsync(service, $"/credentials/{holder}?format=ob3");
            var elements = AnnexIReaders.OpenBadges3(badge, (hash, salt) => hash == IdentityHash.Of(Learner, salt) ? Learner : "");
            Assert.DoesNotContain("", elements);
            Assert.Equal(parts, badge.GetProperty("credentialSubject").GetProperty("achievement").GetProperty("related").EnumerateArray()
                .Count(related => !related.TryGetProperty("inLanguage", out _) && !related.TryGetProperty("version", out _)));
            Assert.Equal(AnnexI.Mandatory.Count, elements.Count);

            var sealedDocument = await JsonAsync(service, $"/credentials/{holder}?format=europass");
            using var content = StrictJson.Parse(Encoding.UTF8.GetBytes(sealedDocument.GetProperty("payload").GetString()!));
            var said = AnnexIReaders.Europass(content.RootElement);
            Assert.DoesNotContain("", said);
            var specification = content.RootElement.GetProperty("credentialSubject").GetProperty("hasClaim").GetProperty("specifiedBy");
            Assert.Equal(parts, specification.TryGetProperty("hasPart", out var hasPart) ? hasPart.GetArrayLength() : 0);
            Assert.Equal(AnnexI.Mandatory.Count, said.Count);
            using var verified = await service.Anonymous.PostAsync("/api/v1/verify", Samples.Json(sealedDocument.GetRawText()));
            Assert.NotEqual("invalid", (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString());
        }
    }

    private static async Task<string> RunAsync(TestedService service)
    {
        var script = string.Join('\n', Block().Matches(Repository.Read("docs/from-curriculum-to-credential.md")).Select(block => block.Groups["script"].Value));
        var folder = Directory.CreateTempSubdirectory();
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["BASE"], start.Environment["KEY"]) = (service.Url.OriginalString.TrimEnd('/'), TestedService.BootstrapKey);
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{await errors}\n{output}\n{service.Output}");
        folder.Delete(recursive: true);
        return output;
    }

    private static async Task<JsonElement> JsonAsync(TestedService service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/json" } } };
        using var answer = await service.Anonymous.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    [GeneratedRegex("```sh\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("""/v/(?<id>[A-Za-z0-9_-]{22}) "outcome":"(?<outcome>[a-zA-Z]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Page();
}
