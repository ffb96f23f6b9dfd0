using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A file goes in at the desk, a bar goes to its end, and documents come out that verify.</summary>
[Trait("needs", "chromium")]
[Trait("speed", "slow")]
public sealed class BatchJourneyTests(Chromium chromium, StartedOnBoth services) : IClassFixture<Chromium>, IClassFixture<StartedOnBoth>
{
    private const int Lines = 1500;

    private static readonly string[] Verifiers = ["@digitalbazaar/vc", "@digitalcredentials/vc", "@digitalcredentials/verifier-core"];

    [NeedsChromiumTheory]
    [InlineData("en", "en-GB", true)]
    [InlineData("de", "de-DE", true)]
    [InlineData("ro", "ro-RO", false)]
    public async Task A_cohort_is_sent_watched_to_its_end_and_taken_away(string language, string locale, bool scripts)
    {
        var (service, _) = await services.OnAsync(Database.Postgres);
        var achievement = await Walked.AchievementAsync(service, "Reporting incidents");
        await using var assessor = await Visit.StartAsync(chromium.Browser, service.Url, scripts, width: 390, locale: locale);
        await assessor.OpenAsync(new Uri(service.Url, await Staff.InviteAsync(service, $"batch.{language}@journey.example", "assessor")).AbsoluteUri);
        await assessor.Page.FillAsync("input[name=name]", "Test Person");
        await assessor.Page.FillAsync("input[name=password]", Staff.Password);
        await assessor.Page.ClickAsync("button.primary");
        await assessor.Page.ClickAsync(".desk-nav a[href='/desk/batches']");

        await assessor.Page.SelectOptionAsync("select[name=achievement]", achievement);
        await assessor.Page.CheckAsync("input[value=issue]");
        var file = "givenName,familyName,email,awardedOn\n" + string.Concat(Enumerable.Range(1, Lines).Select(i => $"Țepeș,Müller-{i},m{i}@prison.example,2026-03-20\n"));
        await assessor.Page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "cohort.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await assessor.TakePictureAsync($"batch-{language}-1-send");
        await assessor.Page.ClickAsync("main button.primary");

        var bar = assessor.Page.Locator("progress");
        var seen = new List<double>();
        var states = new HashSet<string>();
        while (await assessor.Page.Locator("article").GetAttributeAsync("data-state") is { } state && states.Add(state) | state != "done")
        {
            if (state == "running")
            {
                seen.Add(double.Parse(await bar.GetAttributeAsync("value") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
                if (seen.Count == 3)
                {
                    await assessor.TakePictureAsync($"batch-{language}-2-running");
                }
            }

            await Task.Delay(200);
        }

        Assert.Equal((Lines.ToString(System.Globalization.CultureInfo.InvariantCulture), Lines.ToString(System.Globalization.CultureInfo.InvariantCulture)), (await bar.GetAttributeAsync("value"), await bar.GetAttributeAsync("max")));
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Distinct().Count() > (scripts ? 2 : -1), $"The bar stood at {string.Join(", ", seen)}.");
        await assessor.TakePictureAsync($"batch-{language}-3-done");
        Assert.Equal(0, await assessor.OverflowAsync());

        var download = await assessor.Page.RunAndWaitForDownloadAsync(() => assessor.Page.ClickAsync("a[href$='results.zip']"));
        using var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!);
        Assert.Equal(Lines, zip.Entries.Count);
        await AssertOthersVerifyAsync([zip.Entries[0], zip.Entries[Lines / 2], zip.Entries[^1]]);
        Assert.Empty(assessor.Complaints);
    }

    // And none of them does once a letter is changed.
    private static async Task AssertOthersVerifyAsync(ZipArchiveEntry[] documents)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var document in documents)
            {
                await document.ExtractToFileAsync(Path.Combine(folder.FullName, document.Name));
            }

            var (verified, said) = await VerifyAsync(folder);
            Assert.True(verified, said);
            Assert.Equal(Verifiers.Length, said.Split($": {documents.Length}, refused: 0").Length - 1);

            var first = Path.Combine(folder.FullName, documents[0].Name);
            await File.WriteAllTextAsync(first, (await File.ReadAllTextAsync(first)).Replace("Reporting incidents", "Reporting accidents", StringComparison.Ordinal));
            (verified, said) = await VerifyAsync(folder);
            Assert.False(verified, said);
            Assert.Equal(Verifiers.Length, said.Split($": {documents.Length - 1}, refused: 1").Length - 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(bool Verified, string Said)> VerifyAsync(DirectoryInfo folder)
    {
        var clients = Path.Combine(Repository.Root(), "tests", "Interop");
        var start = new ProcessStartInfo("node", [Path.Combine(clients, "verify-folder.mjs"), folder.FullName, .. Verifiers]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = clients };
        using var node = Process.Start(start)!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode == 0, string.Concat(said));
    }
}
