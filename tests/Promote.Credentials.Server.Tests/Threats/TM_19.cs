using System.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 19: guessing ids, or learning from the answer which ones there are or were.</summary>
public sealed class TM_19(RunningService service) : IClassFixture<RunningService>
{
    [Theory]
    [InlineData("/v/PUBLIC", "text/html")]
    [InlineData("/v/PUBLIC", "application/json")]
    [InlineData("/v/PUBLIC", "application/vc")]
    [InlineData("/v/PUBLIC/qr.svg", "*/*")]
    [InlineData("/v/PUBLIC/qr.png", "*/*")]
    [InlineData("/credentials/HOLDER", "text/html")]
    [InlineData("/credentials/HOLDER", "application/vc")]
    [InlineData("/credentials/HOLDER?format=pdf", "*/*")]
    [InlineData("/credentials/HOLDER?format=ob3-svg", "*/*")]
    [InlineData("/credentials/HOLDER/certificate", "*/*")]
    [InlineData("/ob2/assertions/PUBLIC", "application/ld+json")]
    [InlineData("/europass/PUBLIC", "application/json")]
    public async Task What_was_erased_is_answered_like_what_never_was(string path, string accept)
    {
        var things = await Things.MakeAsync(service.First);
        await EraseAsync(things);
        var never = await AskAsync(Path(path, RandomId.New(), RandomId.New()), accept);

        Assert.Equal(never, await AskAsync(Path(path, things.PublicId, things.HolderId), accept));
        Assert.StartsWith("404", never, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0000000000000000000000")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAAA%20AAAAAAAAAA")]
    [InlineData("'%20OR%201=1%20--")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("null")]
    public async Task A_guess_of_any_shape_is_answered_like_any_other(string guess)
    {
        foreach (var accept in (string[])["text/html", "application/json"])
        {
            Assert.Equal(await AskAsync($"/v/{RandomId.New()}", accept), await AskAsync($"/v/{guess}", accept));
            Assert.Equal(await AskAsync($"/credentials/{RandomId.New()}", accept), await AskAsync($"/credentials/{guess}", accept));
        }
    }

    [Theory]
    [InlineData("upper case")]
    [InlineData("lower case")]
    [InlineData("one letter changed")]
    [InlineData("bits left over")]
    [InlineData("padding")]
    [InlineData("cut off")]
    [InlineData("the holder's id")]
    [InlineData("the award's id")]
    public async Task An_id_that_is_nearly_right_is_answered_like_any_other(string near)
    {
        var things = await Things.MakeAsync(service.First);
        var id = near switch
        {
            "upper case" => things.PublicId.ToUpperInvariant(),
            "lower case" => things.PublicId.ToLowerInvariant(),
            "one letter changed" => (things.PublicId[0] == 'A' ? 'B' : 'A') + things.PublicId[1..],
            "bits left over" => things.PublicId[..^1] + "ABCDEFGHIJKLMNOP".First(letter => letter != things.PublicId[^1] && "AQgw".IndexOf(letter, StringComparison.Ordinal) < 0),
            "padding" => things.PublicId + "==",
            "cut off" => things.PublicId[..^1],
            "the holder's id" => things.HolderId,
            _ => things.AwardId,
        };

        Assert.Equal(await AskAsync($"/v/{RandomId.New()}", "text/html"), await AskAsync($"/v/{id}", "text/html"));
        Assert.StartsWith("200", await AskAsync($"/v/{things.PublicId}", "text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_a_holder_tells_no_more()
    {
        var things = await Things.MakeAsync(service.First);
        await EraseAsync(things);

        Assert.Equal(await AskHolderAsync(RandomId.New()), await AskHolderAsync(things.PublicId));
    }

    [Fact]
    public async Task Ids_follow_no_order_and_no_answer_counts()
    {
        var first = await Things.MakeAsync(service.First);
        var second = await Things.MakeAsync(service.First);
        string[] ids = [first.PublicId, first.HolderId, first.AwardId, first.AchievementId, second.PublicId, second.HolderId, second.AwardId, second.AchievementId];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(16, System.Buffers.Text.Base64Url.DecodeFromChars(id).Length));
        Assert.True(ids.Select(id => id[..4]).Distinct().Count() >= ids.Length - 1, string.Join(' ', ids));
        foreach (var path in (string[])[$"/v/{first.PublicId}", $"/credentials/{first.HolderId}?format=ob3", "/issuers/cove-ro"])
        {
            Assert.DoesNotMatch("\"(total|count|number|sequence|serial)\":", await service.Anonymous.GetStringAsync(path));
        }
    }

    [Theory]
    [InlineData("/v/PUBLIC")]
    [InlineData("/credentials/HOLDER")]
    public async Task No_search_engine_keeps_what_is_about_one_award(string path)
    {
        var things = await Things.MakeAsync(service.First);
        using var answer = await service.Anonymous.GetAsync(Path(path, things.PublicId, things.HolderId));

        Assert.Contains("noindex", string.Join(',', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await service.Anonymous.GetAsync("/sitemap.xml")).StatusCode);
    }

    private async Task EraseAsync(Things things)
    {
        using var erased = await service.First.PostAsync($"/api/v1/learners/{things.LearnerId}/erase", Samples.Json("""{"reason": "requested"}"""));
        Assert.True(erased.IsSuccessStatusCode, await erased.Content.ReadAsStringAsync());
    }

    private static string Path(string path, string publicId, string holderId) =>
        path.Replace("PUBLIC", publicId, StringComparison.Ordinal).Replace("HOLDER", holderId, StringComparison.Ordinal);

    // The path itself may stand in the answer; what else differs tells something.
    private async Task<string> AskAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await service.Anonymous.SendAsync(request);
        return await WholeAnswer.OfAsync(answer);
    }

    private async Task<string> AskHolderAsync(string id)
    {
        using var content = new StringContent("""{"holder": "Ion Popescu"}""", Encoding.UTF8, "application/json");
        using var answer = await service.Anonymous.PostAsync($"/v/{id}/holder", content);
        return await WholeAnswer.OfAsync(answer);
    }
}
