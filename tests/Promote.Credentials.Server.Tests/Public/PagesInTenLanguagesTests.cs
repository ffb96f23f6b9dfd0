using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>Every page in every language, whole: nothing English is left, and what does not exist in a language shows no page half in it.</summary>
public sealed class PagesInTenLanguagesTests(RunningService service) : IClassFixture<RunningService>
{
    // Shorter texts can stand inside a word of another language, or in a name that is marked as English.
    private const int SentenceLength = 18;

    public static TheoryData<string> All => [.. Language.All.Select(language => language.Tag)];

    [Theory, MemberData(nameof(All))]
    public async Task Every_page_is_in_the_language_of_its_reader(string tag)
    {
        var things = await Things.MakeAsync(service.First, InTenLanguages.Achievement());
        foreach (var path in Paths(things))
        {
            using var answer = await GetAsync(path, $"{tag}-XX, fi;q=0.9");
            await AssertWhollyInAsync(tag, answer);
            Assert.Contains($"Dynamic security [{tag}]", await HtmlAsync(answer), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_verification_page_says_it_with_the_headline_the_dates_and_the_checks_of_the_language(string tag)
    {
        var things = await Things.MakeAsync(service.First, InTenLanguages.Achievement());
        using var answer = await GetAsync($"/v/{things.PublicId}?lang={tag}", "fr");
        var (html, texts) = (await HtmlAsync(answer), Texts.In(tag));

        Assert.Contains($"<h1>{texts["pages.verdict.valid.headline"]}</h1>", html, StringComparison.Ordinal);
        Assert.Contains(texts.Day(new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)), html, StringComparison.Ordinal);
        Assert.Contains(texts["checks.proof.intact"], html, StringComparison.Ordinal);
        Assert.Contains(texts["pages.type.MicroCredential"], html, StringComparison.Ordinal);
        Assert.Contains(texts.Count("pages.workload.hours", 60), html, StringComparison.Ordinal);
        Assert.Contains(texts.Country("RO"), html, StringComparison.Ordinal);
        foreach (var other in Language.All.Where(language => language.Tag != tag))
        {
            Assert.Contains($"<a href=\"?lang={other.Tag}\" hreflang=\"{other.Tag}\" lang=\"{other.Tag}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_written_in_the_readers_language_is_wholly_in_the_issuers()
    {
        var things = await Things.MakeAsync(service.First);
        foreach (var path in Paths(things))
        {
            using var german = await GetAsync(path, "de-CH, de;q=0.9");
            await AssertWhollyInAsync("en", german);
            Assert.DoesNotContain("?lang=de", await HtmlAsync(german), StringComparison.Ordinal);
            using var romanian = await GetAsync(path, "ro");
            await AssertWhollyInAsync("ro", romanian);
            Assert.DoesNotContain("Works with people", await HtmlAsync(romanian), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_edition_that_lacks_one_text_is_not_shown_in_part()
    {
        foreach (var text in Enumerable.Range(0, InTenLanguages.TextsIn(InTenLanguages.Achievement()).Count()).Skip(1))
        {
            var achievement = InTenLanguages.Achievement();
            InTenLanguages.TextsIn(achievement).ElementAt(text).Remove("de");
            await AssertShownInEnglishAsync(achievement);
        }
    }

    [Fact]
    public async Task A_name_from_a_list_that_is_published_in_English_only_is_marked_as_English()
    {
        var things = await Things.MakeAsync(service.First, InTenLanguages.Achievement());
        using var answer = await GetAsync($"/v/{things.PublicId}", "lt");
        Assert.Contains("lang=\"en\" rel=\"noopener nofollow ugc\">Blended</a>", await HtmlAsync(answer), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_page_about_nothing_is_in_the_language_of_its_reader(string tag)
    {
        using var answer = await GetAsync("/v/AAAAAAAAAAAAAAAAAAAAAA", tag);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await AssertWhollyInAsync(tag, answer);
        Assert.Contains($"<h1>{Texts.In(tag)["pages.nothing.title"]}</h1>", await HtmlAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_for_verifiers_are_the_same_in_every_language()
    {
        var things = await Things.MakeAsync(service.First);
        foreach (var path in (string[])[$"/achievements/{things.AchievementId}/versions/1", "/issuers/cove-ro", $"/credentials/{things.HolderId}?format=ob3"])
        {
            using var german = await GetAsync(path, "de", "application/json");
            using var romanian = await GetAsync(path, "ro", "application/json");
            Assert.Equal(await german.Content.ReadAsStringAsync(), await romanian.Content.ReadAsStringAsync());
        }
    }

    private static string[] Paths(Things things) =>
        [$"/v/{things.PublicId}", $"/credentials/{things.HolderId}", $"/achievements/{things.AchievementId}/versions/1"];

    private async Task AssertShownInEnglishAsync(JsonObject achievement)
    {
        var things = await Things.MakeAsync(service.First, achievement);
        using var answer = await GetAsync($"/v/{things.PublicId}", "de");
        await AssertWhollyInAsync("en", answer);
    }

    private static async Task AssertWhollyInAsync(string tag, HttpResponseMessage answer)
    {
        var html = await HtmlAsync(answer);
        Assert.Contains($"<html lang=\"{tag}\">", html, StringComparison.Ordinal);
        Assert.Equal([tag], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        var own = SentencesOf(tag).ToHashSet();
        foreach (var other in Language.All.Where(language => language.Tag != tag))
        {
            Assert.Equal([], SentencesOf(other.Tag).Where(sentence => !own.Contains(sentence) && html.Contains(sentence, StringComparison.Ordinal)));
            Assert.DoesNotContain($"[{other.Tag}]", html, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> SentencesOf(string tag) => Texts.In(tag).Keys
        .Where(key => !key.StartsWith("countries.", StringComparison.Ordinal))
        .Select(key => Texts.In(tag).FormsOf(key).Single)
        .Where(form => form is not null && !form.Placeholders.Any())
        .Select(form => form!.Write(name => name))
        .Where(text => text.Length >= SentenceLength);

    private static async Task<string> HtmlAsync(HttpResponseMessage answer) => HttpUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private async Task<HttpResponseMessage> GetAsync(string path, string acceptLanguage, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        return await service.Anonymous.SendAsync(request);
    }
}
