using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 34: how long an answer takes, or how it looks, tells what the answer does not say.</summary>
/// <remarks>Time is not measured: the same statements, status, headers and bytes take the same.</remarks>
public sealed partial class TM_34(ServiceWithStatements service) : IClassFixture<ServiceWithStatements>
{
    [Theory]
    [InlineData("/v/{0}", "text/html")]
    [InlineData("/v/{0}", "application/json")]
    [InlineData("/v/{0}/qr.svg", "*/*")]
    [InlineData("/v/{0}/qr.png", "*/*")]
    public async Task An_erased_credential_takes_what_an_unknown_one_takes(string path, string accept)
    {
        var things = await ErasedAsync();
        await AreAlikeAsync(path, accept, RandomId.New(), things.PublicId);
    }

    [Theory]
    [InlineData("/credentials/{0}", "text/html")]
    [InlineData("/credentials/{0}", "application/vc")]
    [InlineData("/credentials/{0}?format=pdf", "*/*")]
    [InlineData("/credentials/{0}?format=ob3", "*/*")]
    [InlineData("/credentials/{0}/certificate", "text/html")]
    public async Task An_erased_holder_takes_what_an_unknown_one_takes(string path, string accept)
    {
        var things = await ErasedAsync();
        await AreAlikeAsync(path, accept, RandomId.New(), things.HolderId);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("erased")]
    public async Task A_share_link_that_ended_takes_what_an_unknown_one_takes(string state)
    {
        var things = await NewAsync();
        var forms = new HolderForms(service.Anonymous, service.Database, things.HolderId);
        var link = await forms.NewLinkAsync("until=day&name=on");
        await (state switch
        {
            "revoked" => forms.RevokeAsync(link),
            "expired" => forms.ExpireAsync(link),
            _ => EraseAsync(things),
        });
        await AreAlikeAsync("/v/{0}", "text/html", RandomId.New(), link);
        await AreAlikeAsync("/v/{0}", "application/json", RandomId.New(), link);
    }

    [Theory]
    [InlineData("Ioana Țepeș")]
    [InlineData("ioana@prison.example")]
    [InlineData("Ioana")]
    [InlineData("Ioana Țepex")]
    [InlineData("Somebody Else With A Much Longer Name Than The Holder Has")]
    [InlineData("x")]
    public async Task A_wrong_name_takes_what_the_right_one_takes(string person)
    {
        // Each of a credential of its own: what was verified a moment ago is not verified again.
        var right = await AskAsync((await NewAsync()).PublicId, "Ioana Țepeș");
        var asked = await AskAsync((await NewAsync()).PublicId, person);

        Assert.Equal(right.Asked, asked.Asked);
        Assert.Equal(right.Answer.StatusCode, asked.Answer.StatusCode);
        Assert.Equal(Headers(right.Answer, withLength: false), Headers(asked.Answer, withLength: false));
    }

    [Theory]
    [InlineData("Ioana Țepeș")]
    [InlineData("Somebody Else")]
    public async Task A_name_at_an_erased_credential_takes_what_it_takes_at_an_unknown_one(string person)
    {
        var things = await ErasedAsync();
        var unknown = await AskAsync(RandomId.New(), person);
        var erased = await AskAsync(things.PublicId, person);

        Assert.Equal(unknown.Asked, erased.Asked);
        Assert.Equal(await WholeAnswer.OfAsync(unknown.Answer), await WholeAnswer.OfAsync(erased.Answer));
    }

    [Theory]
    [InlineData("the id of a key and another secret")]
    [InlineData("one letter more")]
    [InlineData("one letter less")]
    [InlineData("the last letter another")]
    [InlineData("the first letter another")]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("nothing like a key")]
    public async Task A_key_that_opens_nothing_takes_what_every_other_one_takes(string which)
    {
        var key = await KeyAsync();
        var wrong = which switch
        {
            "the id of a key and another secret" => $"{key[..26]}{RandomId.New()}{RandomId.New()[..21]}",
            "one letter more" => key + "A",
            "one letter less" => key[..^1],
            "the last letter another" => key[..^1] + (key[^1] == 'A' ? 'E' : 'A'),
            "the first letter another" => "q" + key[1..],
            "revoked" or "expired" => await EndAsync(key, which),
            _ => "x",
        };
        var unknown = await OpenAsync($"pk_{RandomId.New()}_{RandomId.New()}{RandomId.New()[..21]}");
        var asked = await OpenAsync(wrong);

        Assert.Equal(401, (int)asked.Answer.StatusCode);
        Assert.Equal(unknown.Asked, asked.Asked);
        Assert.Equal(await WholeAnswer.OfAsync(unknown.Answer), await WholeAnswer.OfAsync(asked.Answer));
    }

    [Theory]
    [InlineData("awards")]
    [InlineData("achievements")]
    [InlineData("webhooks")]
    public async Task What_is_another_issuers_takes_what_an_unknown_thing_takes(string list)
    {
        var things = await Things.MakeAsync(service.Second);
        var id = things.IdFor($"/api/v1/{list}/");
        var unknown = await SendAsync(service.First, new(HttpMethod.Get, $"/api/v1/{list}/{RandomId.New()}"));
        var theirs = await SendAsync(service.First, new(HttpMethod.Get, $"/api/v1/{list}/{id}"));

        Assert.Equal(404, (int)theirs.Answer.StatusCode);
        Assert.Equal(unknown.Asked, theirs.Asked);
        Assert.Equal(await WholeAnswer.OfAsync(unknown.Answer), await WholeAnswer.OfAsync(theirs.Answer));
    }

    /// <summary>Secrets are compared by FixedTimeEquals, which looks at every byte, and never by an operator, which stops at the first other one.</summary>
    [Fact]
    public void No_secret_is_compared_by_an_operator()
    {
        var source = Path.Combine(Repository.Root(), "src");
        var found = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(one => Compared().IsMatch(one.line) && !InQuery().IsMatch(one.line))
            .Select(one => $"{Path.GetRelativePath(source, one.file)}: {one.line.Trim()}");
        Assert.Empty(found);
    }

    // A value of a key, a token, a password or a signature beside an operator or SequenceEqual.
    [GeneratedRegex(@"\b(\w*[tT]oken(Hash|Text)?|\w*[pP]assword|\w*[sS]ecret|ApiKey|BootstrapApiKey|[kK]eyHash|[sS]ignature)\s*(==|!=)\s*(?!null|"")\w|\.(Hash|Secret)\.SequenceEqual")]
    private static partial Regex Compared();

    // The database finds a row by the hash of 256 random bits, of which a guess shares nothing that could be told from time.
    [GeneratedRegex(@"(=>|where|on) .*Hash ==")]
    private static partial Regex InQuery();

    private async Task AreAlikeAsync(string path, string accept, string unknown, string gone)
    {
        // Once before, so that nothing is made for the first time while it is counted.
        await GetAsync(path, accept, RandomId.New());
        var first = await GetAsync(path, accept, unknown);
        var second = await GetAsync(path, accept, gone);

        Assert.Equal(404, (int)second.Answer.StatusCode);
        Assert.Equal(first.Asked, second.Asked);
        Assert.Equal(await WholeAnswer.OfAsync(first.Answer), await WholeAnswer.OfAsync(second.Answer));
    }

    private Task<(HttpResponseMessage Answer, IReadOnlyList<string> Asked)> GetAsync(string path, string accept, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, string.Format(null, path, id));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return SendAsync(service.Anonymous, request);
    }

    private Task<(HttpResponseMessage Answer, IReadOnlyList<string> Asked)> AskAsync(string id, string person) =>
        SendAsync(service.Anonymous, new(HttpMethod.Post, $"/v/{id}/holder") { Content = Samples.Json(new JsonObject { ["holder"] = person }.ToJsonString()) });

    private Task<(HttpResponseMessage Answer, IReadOnlyList<string> Asked)> OpenAsync(string key) =>
        SendAsync(service.Anonymous, new(HttpMethod.Get, "/api/v1/awards") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } });

    // Whether a key of ours is asked for again depends on when it was asked for last, and not on what is asked with it.
    private async Task<(HttpResponseMessage Answer, IReadOnlyList<string> Asked)> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var (answer, asked) = await service.Statements.SendAsync(client, request);
        return (answer, [.. asked.Where(text => client == service.Anonymous || !text.Contains("api_keys", StringComparison.Ordinal))]);
    }

    private static string Headers(HttpResponseMessage answer, bool withLength) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key != "Date" && (withLength || header.Key != "Content-Length")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal));

    // An award to a learner of its own, so that erasing them takes nothing from another test.
    private async Task<(string PublicId, string HolderId)> NewAsync()
    {
        var body = JsonNode.Parse(Samples.Award(service.AchievementId))!;
        body["learner"]!["identifier"] = RandomId.New();
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var links = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        return (links.GetProperty("verification").GetString()!.Split('/')[^1], links.GetProperty("credential").GetString()!.Split('/')[^1]);
    }

    private async Task<(string PublicId, string HolderId)> ErasedAsync()
    {
        var things = await NewAsync();
        await EraseAsync(things);
        return things;
    }

    // What erasing a learner comes down to: without the key nothing can be read any more.
    private async Task EraseAsync((string PublicId, string HolderId) things)
    {
        await using var db = service.Database.Open();
        var learner = await db.Awards.Where(award => award.PublicId == things.PublicId).Select(award => award.LearnerId).SingleAsync();
        await db.Learners.Where(row => row.Id == learner).ExecuteUpdateAsync(set => set.SetProperty(row => row.WrappedKey, (byte[]?)null));
    }

    private async Task<string> KeyAsync()
    {
        using var answer = await service.First.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "timing", "scopes": ["awards:read"]}"""));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    private async Task<string> EndAsync(string key, string how)
    {
        await service.Database.ExecuteAsync($"UPDATE api_keys SET {(how == "revoked" ? "revoked_at" : "expires_at")} = 1 WHERE id = '{key[3..25]}'");
        return key;
    }
}
