using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Tests;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>RFC 9111, as far as a private cache of documents needs it.</summary>
public sealed class CacheTests
{
    private const string Url = "https://stub.example/did.json";

    private readonly FakeTime time = new();

    /// <summary>What an answer says, and after how many seconds it is good no longer.</summary>
    [Theory]
    [InlineData("Cache-Control: max-age=600", 600)]
    [InlineData("Cache-Control: public, max-age=600", 600)]
    [InlineData("Cache-Control: private, max-age=600", 600)]
    [InlineData("Cache-Control: max-age=600, s-maxage=10", 600)]
    [InlineData("Cache-Control: s-maxage=600", 60)]
    [InlineData("Cache-Control: max-age=600|Age: 100", 500)]
    [InlineData("Cache-Control: max-age=600|Expires: Fri, 20 Nov 2026 12:00:30 GMT", 600)]
    [InlineData("Expires: Fri, 20 Nov 2026 12:05:00 GMT", 300)]
    [InlineData("Expires: Fri, 20 Nov 2026 12:05:00 GMT|Date: Fri, 20 Nov 2026 11:58:00 GMT", 300)]
    [InlineData("Cache-Control: max-age=600|Date: Fri, 20 Nov 2026 11:58:00 GMT", 480)]
    [InlineData("Cache-Control: max-age=31536000", 86400)]
    [InlineData("", 60)]
    [InlineData("Cache-Control: public", 60)]
    [InlineData("Last-Modified: Fri, 20 Nov 2020 12:00:00 GMT", 60)]
    [InlineData("Vary: Accept, Origin", 60)]
    public async Task An_answer_is_good_for_as_long_as_it_says(string fields, int seconds)
    {
        await using var stub = await Stub.StartAsync(context => AnswerAsync(context, fields));
        using var outside = new Outside(stub, time: time);

        var retrieved = time.GetUtcNow();
        Assert.False((await outside.FetchAsync(Url)).FromCache);
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        var kept = await outside.FetchAsync(Url);
        Assert.Equal((true, retrieved, """{"a":1}"""), (kept.FromCache, kept.RetrievedAt, Encoding.UTF8.GetString(kept.Body.Span)));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await outside.FetchAsync(Url)).FromCache);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData("Cache-Control: no-store")]
    [InlineData("Cache-Control: max-age=600, no-store")]
    [InlineData("Cache-Control: no-cache")]
    [InlineData("Cache-Control: max-age=0")]
    [InlineData("Cache-Control: max-age=600, max-age=10")]
    [InlineData("Cache-Control: max-age=soon")]
    [InlineData("Cache-Control: max-age=99999999999999999999")]
    [InlineData("Cache-Control: max-age=600|Age: 600")]
    [InlineData("Cache-Control: max-age=600|Vary: *")]
    [InlineData("Expires: 0")]
    [InlineData("Expires: Fri, 20 Nov 2026 11:00:00 GMT")]
    public async Task An_answer_that_is_not_good_for_reuse_is_asked_for_again(string fields)
    {
        await using var stub = await Stub.StartAsync(context => AnswerAsync(context, fields));
        using var outside = new Outside(stub, time: time);

        Assert.False((await outside.FetchAsync(Url)).FromCache);
        Assert.False((await outside.FetchAsync(Url)).FromCache);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData("ETag: \"v1\"", "\"v1\"", "")]
    [InlineData("ETag: W/\"v1\"|Last-Modified: Fri, 20 Nov 2020 12:00:00 GMT", "W/\"v1\"", "")]
    [InlineData("Last-Modified: Fri, 20 Nov 2020 12:00:00 GMT", "", "Fri, 20 Nov 2020 12:00:00 GMT")]
    public async Task What_is_no_longer_good_is_confirmed_by_its_server(string validator, string ifNoneMatch, string ifModifiedSince)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            var asked = context.Request.Headers.IfNoneMatch.Count + context.Request.Headers.IfModifiedSince.Count > 0;
            context.Response.StatusCode = asked ? 304 : 200;
            return asked ? FieldsAsync(context, "Cache-Control: max-age=30") : AnswerAsync(context, $"Cache-Control: max-age=10|{validator}");
        });
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url);
        time.Advance(TimeSpan.FromSeconds(11));
        var confirmed = await outside.FetchAsync(Url);
        Assert.Equal((null, 200, true, time.GetUtcNow(), """{"a":1}"""), (confirmed.Failure, confirmed.Status, confirmed.FromCache, confirmed.RetrievedAt, Encoding.UTF8.GetString(confirmed.Body.Span)));
        Assert.Equal((ifNoneMatch, ifModifiedSince), (stub.Headers!.IfNoneMatch.ToString(), stub.Headers.IfModifiedSince.ToString()));
        Assert.Equal(2, stub.Requests.Count);

        // The confirmation said for how long.
        time.Advance(TimeSpan.FromSeconds(29));
        await outside.FetchAsync(Url);
        Assert.Equal(2, stub.Requests.Count);
        time.Advance(TimeSpan.FromSeconds(2));
        await outside.FetchAsync(Url);
        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task A_confirmation_that_nobody_asked_for_confirms_nothing()
    {
        var asked = 0;
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = asked++ == 0 ? 200 : 304;
            return asked == 1 ? AnswerAsync(context, "Cache-Control: max-age=10") : Task.CompletedTask;
        });
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(FetchFailure.HttpStatus, (await outside.FetchAsync(Url)).Failure);
    }

    [Fact]
    public async Task What_is_no_longer_good_never_stands_in_for_an_answer()
    {
        var failing = false;
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = failing ? 503 : 200;
            return AnswerAsync(context, "Cache-Control: max-age=10, stale-if-error=600|ETag: \"v1\"");
        });
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url);
        failing = true;
        time.Advance(TimeSpan.FromSeconds(11));
        var result = await outside.FetchAsync(Url);
        Assert.Equal((FetchFailure.HttpStatus, 0), (result.Failure, result.Body.Length));
    }

    [Fact]
    public async Task An_answer_that_may_no_longer_be_kept_is_forgotten()
    {
        var fields = "Cache-Control: max-age=10|ETag: \"v1\"";
        await using var stub = await Stub.StartAsync(context => AnswerAsync(context, fields));
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url);
        fields = "Cache-Control: no-store";
        time.Advance(TimeSpan.FromSeconds(11));
        await outside.FetchAsync(Url);
        await outside.FetchAsync(Url);
        Assert.Equal(0, stub.Headers!.IfNoneMatch.Count);
        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task What_is_missing_is_missing_for_a_minute_and_then_asked_for_again()
    {
        var there = false;
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = there ? 200 : 404;
            return AnswerAsync(context, "");
        });
        using var outside = new Outside(stub, time: time);

        Assert.Equal(FetchFailure.NotFound, (await outside.FetchAsync(Url)).Failure);
        there = true;
        Assert.Equal(FetchFailure.NotFound, (await outside.FetchAsync(Url)).Failure);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Null((await outside.FetchAsync(Url)).Failure);
    }

    [Fact]
    public async Task Another_kind_and_another_query_are_other_documents()
    {
        await using var stub = await Stub.StartAsync(context => AnswerAsync(context, "Cache-Control: max-age=600"));
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url, FetchKind.DidDocument);
        await outside.FetchAsync(Url, FetchKind.KeySet);
        await outside.FetchAsync(Url + "?a", FetchKind.KeySet);
        await outside.FetchAsync(Url + "#a", FetchKind.KeySet);
        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task The_credential_of_a_person_is_not_kept()
    {
        await using var stub = await Stub.StartAsync(context => AnswerAsync(context, "Cache-Control: max-age=600"));
        using var outside = new Outside(stub, time: time);

        await outside.FetchAsync(Url, FetchKind.Credential);
        Assert.False((await outside.FetchAsync(Url, FetchKind.Credential)).FromCache);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public void The_answer_that_was_not_used_for_longest_makes_room()
    {
        var cache = new ReplyCache(new OutboundLimits { CacheEntries = 3, CacheBytes = 10_000 });
        foreach (var key in (string[])["a", "b", "c"])
        {
            cache.Keep(key, Reply(100));
        }

        Assert.NotNull(cache.Find("a"));
        cache.Keep("d", Reply(100));
        Assert.Equal((null, 3), (cache.Find("b"), cache.Count));

        cache.Keep("e", Reply(8000));
        Assert.Equal((null, null), (cache.Find("c"), cache.Find("a")));
        Assert.NotNull(cache.Find("e"));
        cache.Keep("e", Reply(100));
        cache.Keep("f", Reply(20_000));
        Assert.Null(cache.Find("f"));
        cache.Keep("g", Reply(8000));
        Assert.NotNull(cache.Find("g"));
    }

    private static Reply Reply(int bytes) => new()
    {
        Url = new Uri(Url), Status = HttpStatusCode.OK, Rules = new CacheRules(true, null), BornAt = default, ReceivedAt = default, Body = new byte[bytes],
    };

    private async Task AnswerAsync(HttpContext context, string fields)
    {
        await FieldsAsync(context, fields);
        await Stub.JsonAsync(context);
    }

    private Task FieldsAsync(HttpContext context, string fields)
    {
        context.Response.Headers.Date = time.GetUtcNow().ToString("R");
        foreach (var field in fields.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split(": ", 2);
            context.Response.Headers[parts[0]] = parts[1];
        }

        return Task.CompletedTask;
    }
}
