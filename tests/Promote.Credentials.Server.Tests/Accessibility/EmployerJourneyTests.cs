using System.Text;
using Microsoft.Playwright;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Browser;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>What an employer does who was shown a certificate, or sent a file: scan, open, hand in, read the headline; without scripts.</summary>
[Trait("needs", "chromium")]
[Trait("needs", "zbar")]
[Trait("speed", "slow")]
public sealed class EmployerJourneyTests(Chromium chromium, PublicPages pages) : IClassFixture<Chromium>, IClassFixture<PublicPages>
{
    private static readonly (string Name, int Width, int Height, ColorScheme Theme)[] Screens =
    [
        ("phone-light", 390, 844, ColorScheme.Light), ("phone-dark", 390, 844, ColorScheme.Dark),
        ("desktop-light", 1280, 900, ColorScheme.Light), ("desktop-dark", 1280, 900, ColorScheme.Dark),
    ];

    private static readonly (string State, string Verdict)[] Outcomes =
        [("valid", "valid"), ("changed", "invalid"), ("expired", "expired"), ("suspended", "suspended"), ("revoked", "revoked"), ("replaced", "replaced"), ("foreign", "unconfirmed")];

    [NeedsChromiumAndZbar]
    public async Task The_code_on_a_certificate_leads_an_employer_to_the_verdict_and_to_whose_it_is()
    {
        foreach (var language in (string[])["en", "ro"])
        {
            var texts = Texts.In(language);
            await using var visit = await VisitAsync();
            await visit.OpenAsync($"{pages.Home}credentials/{pages.HolderIds["valid"]}/certificate?lang={language}");
            var address = await Zbar.ReadAsync(await visit.Page.ScreenshotAsync(new() { FullPage = true }));
            Assert.Equal($"{pages.Home}v/{pages.PublicIds["valid"]}", address);

            Assert.Equal(200, await visit.OpenAsync($"{address}?lang={language}"));
            Assert.Equal(texts["pages.verdict.valid.headline"], await visit.Page.InnerTextAsync("h1"));
            await LookAsync(visit, $"employer-{language}-valid");

            foreach (var (person, sentence) in ((string, string)[])[("Ioana  țepeș", "checks.holder.match"), ("Ioana Tepes", "checks.holder.noMatch"), ("ioana@prison.example", "checks.holder.match")])
            {
                await visit.Page.GetByLabel(texts["pages.v.holder.title"]).FillAsync(person);
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = texts["pages.v.holder.submit"] }).ClickAsync();
                Assert.Equal(texts[sentence], await visit.Page.InnerTextAsync("#holder .notice .word"));
                Assert.DoesNotContain(person, await visit.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("ioana", visit.Page.Url, StringComparison.OrdinalIgnoreCase);
                await LookAsync(visit, $"employer-{language}-{sentence.Split('.')[^1]}");
            }

            Assert.Empty(visit.Complaints);
        }
    }

    [NeedsChromium]
    public async Task Whatever_is_handed_in_as_a_file_or_as_text_gets_the_headline_of_its_outcome()
    {
        foreach (var language in (string[])["en", "ro"])
        {
            await using var visit = await VisitAsync();
            await visit.OpenAsync($"{pages.Home}verify?lang={language}");
            await LookAsync(visit, $"employer-{language}-verify");
            foreach (var (state, verdict) in Outcomes)
            {
                var file = new FilePayload { Name = "credential.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(pages.Files[state]) };
                await AssertHandedInAsync(visit, language, verdict, page => page.SetInputFilesAsync("#file", file));
                await LookAsync(visit, $"employer-{language}-verify-{state}");
                await AssertHandedInAsync(visit, language, verdict, page => page.FillAsync("#text", pages.Files[state]));
            }

            Assert.Empty(visit.Complaints);
        }
    }

    [NeedsChromium]
    public async Task What_became_of_a_credential_is_the_headline_of_its_page()
    {
        await using var visit = await VisitAsync();
        foreach (var (state, verdict) in Outcomes.Where(outcome => pages.PublicIds.ContainsKey(outcome.State)))
        {
            await visit.OpenAsync($"{pages.Home}v/{pages.PublicIds[state]}");
            Assert.Equal(Texts.In("en")[$"pages.verdict.{verdict}.headline"], await visit.Page.InnerTextAsync("h1"));
            await LookAsync(visit, $"employer-en-page-{state}");
        }

        foreach (var path in (string[])["", "issuers/cove-ro", "no/such/page"])
        {
            await visit.OpenAsync($"{pages.Home}{path}");
            await LookAsync(visit, $"employer-en-{(path.Length == 0 ? "home" : path.Split('/')[0])}");
        }
    }

    private Task<Visit> VisitAsync() => Visit.StartAsync(chromium.Browser, pages.Home, scripts: false);

    private async Task AssertHandedInAsync(Visit visit, string language, string verdict, Func<IPage, Task> fillIn)
    {
        await visit.OpenAsync($"{pages.Home}verify?lang={language}");
        await fillIn(visit.Page);
        await visit.Page.ClickAsync("form.verify button");
        Assert.Equal(Texts.In(language)[$"pages.verdict.{verdict}.headline"], await visit.Page.InnerTextAsync("h1"));
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        foreach (var (screen, width, height, theme) in Screens)
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            await visit.Page.ScreenshotAsync(new() { Path = Browser.Pictures.FileOf($"{name}-{screen}") });
        }
    }
}
