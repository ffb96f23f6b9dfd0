using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public.Holder;

/// <summary>Whether a credential was issued to the person before the reader: yes or no, and no word about whose it is.</summary>
public sealed class AskHolderTests(RunningService service) : IClassFixture<RunningService>
{
    [Theory]
    [InlineData("Ioana Țepeș", true)]
    [InlineData("  ioana   ȚEPEȘ ", true)]
    [InlineData("Ioana T\u0326epes\u0326", true)]
    [InlineData("ioana@prison.example", true)]
    [InlineData("IOANA@prison.example", true)]
    [InlineData("Țepeș Ioana", false)]
    [InlineData("Ioana Tepes", false)]
    [InlineData("Ioana", false)]
    [InlineData("Ioana Țepe", false)]
    [InlineData("ioana@prison", false)]
    [InlineData("platform-17", false)]
    [InlineData("1990-05-01", false)]
    [InlineData("@", false)]
    public async Task Only_the_whole_name_or_address_is_the_holders(string person, bool match)
    {
        var things = await Things.MakeAsync(service.First);
        using var json = await AskAsync(things.PublicId, person);
        Assert.Equal($$"""{"match":{{(match ? "true" : "false")}}}""", await json.Content.ReadAsStringAsync());

        using var page = await SendFormAsync(things.PublicId, person);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(Texts.In("en")[match ? "checks.holder.match" : "checks.holder.noMatch"], html, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.In("en")[match ? "checks.holder.noMatch" : "checks.holder.match"], html, StringComparison.Ordinal);
        Assert.Contains(Texts.In("en")["pages.verdict.valid.headline"], html, StringComparison.Ordinal);
        foreach (var answer in new[] { json, page })
        {
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }

        Assert.DoesNotContain("Țepe", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ioana", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_of_a_question_stands_in_the_log()
    {
        var things = await Things.MakeAsync(service.First);
        using var json = await AskAsync(things.PublicId, "Canary Zwölf");
        using var form = await SendFormAsync(things.PublicId, "canary@zwölf.example");
        using var broken = await service.Anonymous.PostAsync($"/v/{things.PublicId}/holder", Samples.Json("""{"holder": ["Canary"]}"""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.All(service.Log.Lines, line => Assert.DoesNotContain("canary", line.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{}", "PC-R003")]
    [InlineData("""{"holder": ""}""", "PC-R004")]
    [InlineData("""{"holder": "Ioana", "near": true}""", "PC-R002")]
    public async Task What_is_no_question_is_refused(string body, string code)
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await service.Anonymous.PostAsync($"/v/{things.PublicId}/holder", Samples.Json(body));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("too long")]
    public async Task A_form_without_a_name_gets_the_page_again_and_says_what_is_missing(string person)
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await SendFormAsync(things.PublicId, person == "too long" ? new string('a', 201) : person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Texts.In("en")["pages.v.holder.unreadable"], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_the_address_is_not_read_and_a_reload_asks_nothing()
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await service.Anonymous.GetAsync($"/v/{things.PublicId}/holder?lang=ro");
        Assert.Equal((HttpStatusCode.Found, $"/v/{things.PublicId}?lang=ro"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        using var page = await service.Anonymous.PostAsync($"/v/{things.PublicId}/holder?holder=Ioana%20%C8%9Aepe%C8%99", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
    }

    [Fact]
    public async Task Unknown_malformed_and_erased_ids_answer_the_same_404_whoever_is_named()
    {
        var things = await Things.MakeAsync(service.First);
        var key = await EraseAsync(things, null);
        foreach (var send in new Func<string, string, Task<HttpResponseMessage>>[] { AskAsync, SendFormAsync })
        {
            var answers = new List<string>();
            foreach (var id in new[] { things.PublicId, RandomId.New(), "short" })
            {
                foreach (var person in new[] { "Ioana Țepeș", "Ion Popescu" })
                {
                    using var answer = await send(id, person);
                    Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                    answers.Add(await WholeAnswer.OfAsync(answer));
                }
            }

            Assert.Single(answers.Distinct());
        }

        // The other tests award to the same learner.
        await EraseAsync(things, key);
    }

    [Fact]
    public async Task A_credential_that_is_not_what_was_signed_is_nobodys()
    {
        var things = await Things.MakeAsync(service.First);
        await using (var db = service.Database.Open())
        {
            var row = await db.Credentials.SingleAsync(row => row.AwardId == things.AwardId);
            var changed = row.Signed!.ToArray();
            changed[changed.Length / 2] ^= 1;
            row.Signed = changed;
            await db.SaveChangesAsync();
        }

        using var answer = await AskAsync(things.PublicId, "Ioana Țepeș");
        Assert.False((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task A_right_name_makes_no_withdrawn_credential_right()
    {
        var things = await Things.MakeAsync(service.First);
        using var revoked = await service.First.PostAsync($"/api/v1/awards/{things.AwardId}/revoke", Samples.Json("""{"reason": "Awarded by mistake"}"""));
        using var answer = await SendFormAsync(things.PublicId, "Ioana Țepeș");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.DoesNotContain("notice tone-good", html, StringComparison.Ordinal);
        Assert.Contains($"<p>{Texts.In("en")["pages.verdict.revoked.headline"]}.", html, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(string publicId, string person) =>
        service.Anonymous.PostAsync($"/v/{publicId}/holder", Samples.Json(new JsonObject { ["holder"] = person }.ToJsonString()));

    private Task<HttpResponseMessage> SendFormAsync(string publicId, string person) =>
        service.Anonymous.PostAsync($"/v/{publicId}/holder", new FormUrlEncodedContent([KeyValuePair.Create("holder", person)]));

    // What erasing a learner comes down to: without the key nothing can be read any more. Answers the key that was there.
    private async Task<byte[]?> EraseAsync(Things things, byte[]? key)
    {
        await using var db = service.Database.Open();
        var learner = await db.Awards.Where(award => award.Id == things.AwardId).Join(db.Learners, award => award.LearnerId, row => row.Id, (_, row) => row).SingleAsync();
        await db.Learners.Where(row => row.Id == learner.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.WrappedKey, key));
        return learner.WrappedKey;
    }
}
