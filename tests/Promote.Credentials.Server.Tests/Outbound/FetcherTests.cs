using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

public sealed class FetcherTests
{
    [Fact]
    public async Task A_document_of_a_public_host_is_fetched_with_its_facts()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://STUB.example/a/../did.json?v=1#key", FetchKind.DidDocument);

        Assert.True(result.Failure is null, result.Detail);
        Assert.Equal(("https://stub.example/did.json?v=1", 200, "application/json", """{"a":1}"""), (result.Url.AbsoluteUri, result.Status, result.MediaType, Encoding.UTF8.GetString(result.Body.Span)));
        Assert.False(result.FromCache);
        Assert.NotNull(result.RetrievedAt);
        Assert.Equal(["stub.example/did.json?v=1"], stub.Requests);
        Assert.Equal(string.Join(", ", FetchKind.DidDocument.MediaTypes), stub.Headers!.Accept.ToString());
        Assert.Equal("gzip, br", stub.Headers.AcceptEncoding);
        Assert.Equal("Promote.Credentials", stub.Headers.UserAgent);
    }

    [Theory]
    [InlineData("https://café.example/did.json")]
    [InlineData("https://93.184.215.14/did.json")]
    public async Task A_name_in_any_script_is_asked_for_in_ascii_and_an_address_as_it_is(string url)
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);
        outside.Network.Name("xn--caf-dma.example", TestNetwork.PublicAddress);

        var result = await outside.FetchAsync(url);

        Assert.True(result.Failure is null, result.Detail);
        Assert.Equal([TestNetwork.PublicAddress + ":443"], outside.Network.Dialled);
    }

    [Fact]
    public async Task Nothing_of_one_answer_goes_into_the_next_request()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "id=1; Path=/";
            context.Response.Headers.CacheControl = "no-store";
            return Stub.JsonAsync(context);
        });
        using var outside = new Outside(stub);
        using var trace = new Activity("verification").SetIdFormat(ActivityIdFormat.W3C).Start();
        trace.AddBaggage("learner", "42");

        await outside.FetchAsync("https://stub.example/did.json");
        await outside.FetchAsync("https://stub.example/did.json");

        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], stub.Headers!.Select(header => header.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_second_address_is_tried_when_the_first_one_is_silent()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub, new OutboundLimits { Patience = TimeSpan.FromSeconds(1.5) });
        outside.Network.Name("stub.example", "2606:4700::1111 93.184.215.14");
        outside.Network.Silent.Add("2606:4700::1111");

        Assert.Null((await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Equal(["[2606:4700::1111]:443", "93.184.215.14:443"], outside.Network.Dialled);
    }

    [Theory]
    [InlineData(404, FetchFailure.NotFound)]
    [InlineData(204, FetchFailure.HttpStatus)]
    [InlineData(206, FetchFailure.HttpStatus)]
    [InlineData(300, FetchFailure.HttpStatus)]
    [InlineData(302, FetchFailure.HttpStatus)]
    [InlineData(304, FetchFailure.HttpStatus)]
    [InlineData(401, FetchFailure.HttpStatus)]
    [InlineData(500, FetchFailure.HttpStatus)]
    [InlineData(503, FetchFailure.HttpStatus)]
    public async Task Another_status_than_200_is_a_failure_that_names_it(int status, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://stub.example/did.json");

        Assert.Equal((failure, status, 0), (result.Failure, result.Status, result.Body.Length));
    }

    [Fact]
    public async Task The_body_of_a_410_is_kept_because_it_says_that_an_assertion_is_revoked()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = 410;
            return Stub.JsonAsync(context, """{"revoked":true}""");
        });
        using var outside = new Outside(stub);

        foreach (var kept in (bool[])[false, true])
        {
            var result = await outside.FetchAsync("https://stub.example/assertion");
            Assert.Equal((FetchFailure.Gone, 410, """{"revoked":true}""", kept), (result.Failure, result.Status, Encoding.UTF8.GetString(result.Body.Span), result.FromCache));
        }

        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_410_stays_one_without_a_body_that_can_be_taken()
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.StatusCode = 410;
            context.Response.ContentType = context.Request.Path == "/page" ? "text/html" : "application/json";
            await context.Response.Body.WriteAsync(new byte[300 * 1024]);
        });
        using var outside = new Outside(stub);

        foreach (var path in (string[])["page", "large"])
        {
            var result = await outside.FetchAsync($"https://stub.example/{path}");
            Assert.Equal((FetchFailure.Gone, 0), (result.Failure, result.Body.Length));
        }
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], null);
            if (left == 0)
            {
                return Stub.JsonAsync(context);
            }

            context.Response.StatusCode = (int[])[301, 302, 303, 307, 308] is var statuses ? statuses[left % 5] : 0;
            context.Response.Headers.Location = left % 2 == 0 ? $"/{left - 1}" : $"https://twin.example/{left - 1}#x";
            return Task.CompletedTask;
        });
        using var outside = new Outside(stub);

        var three = await outside.FetchAsync("https://stub.example/3");
        Assert.Equal((null, "https://twin.example/0"), (three.Failure, three.Url.AbsoluteUri));
        Assert.Equal(4, stub.Requests.Count);

        Assert.Equal(FetchFailure.TooManyRedirects, (await outside.FetchAsync("https://stub.example/9")).Failure);
        Assert.Equal(8, stub.Requests.Count);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData("application/json-seq")]
    [InlineData("image/png")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Another_media_type_than_the_expected_ones_is_refused(string? mediaType)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.ContentType = mediaType;
            return context.Response.Body.WriteAsync("{}"u8.ToArray()).AsTask();
        });
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://stub.example/did.json", FetchKind.DidDocument);

        Assert.Equal((FetchFailure.RefusedMediaType, 0), (result.Failure, result.Body.Length));
    }

    [Fact]
    public async Task Parameters_and_letter_case_of_a_media_type_do_not_matter()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.ContentType = "Application/LD+JSON; profile=\"https://www.w3.org/ns/credentials/v2\"; charset=utf-8";
            return context.Response.Body.WriteAsync("{}"u8.ToArray()).AsTask();
        });
        using var outside = new Outside(stub);

        Assert.Equal("application/ld+json", (await outside.FetchAsync("https://stub.example/list", FetchKind.StatusList)).MediaType);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_body_is_unpacked(string encoding)
    {
        await using var stub = await Stub.StartAsync(context => PackedAsync(context, encoding, "{}"u8.ToArray()));
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://stub.example/list", FetchKind.StatusList);

        Assert.True(result.Failure is null, result.Detail);
        Assert.Equal("{}", Encoding.UTF8.GetString(result.Body.Span));
    }

    [Theory]
    [InlineData("gzip", FetchFailure.Unreachable)]
    [InlineData("br", FetchFailure.Unreachable)]
    [InlineData("deflate", FetchFailure.RefusedMediaType)]
    [InlineData("zstd", FetchFailure.RefusedMediaType)]
    [InlineData("gzip, gzip", FetchFailure.RefusedMediaType)]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused(string encoding, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(Enumerable.Repeat((byte)0xff, 64).ToArray()).AsTask();
        });
        using var outside = new Outside(stub);

        Assert.Equal(failure, (await outside.FetchAsync("https://stub.example/list", FetchKind.StatusList)).Failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_left_as_soon_as_it_is_too_large(string encoding)
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = encoding;
            var member = encoding == "gzip" ? Bomb.GzipMember : Bomb.Brotli;
            for (var members = 0; members < Bomb.Members && !context.RequestAborted.IsCancellationRequested; members++)
            {
                await context.Response.Body.WriteAsync(member, context.RequestAborted);
            }
        });
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://stub.example/list", FetchKind.StatusList);

        Assert.Equal((FetchFailure.TooLarge, 0), (result.Failure, result.Body.Length));
        Assert.InRange(outside.Network.Received, 1, 512 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_of_a_hundred_megabytes_is_not_read(bool announced)
    {
        const int MiB = 1024 * 1024;
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = announced ? 100 * MiB : null;
            for (var step = 0; step < 100; step++)
            {
                await context.Response.Body.WriteAsync(new byte[MiB], context.RequestAborted);
            }
        });
        using var outside = new Outside(stub);

        Assert.Equal(FetchFailure.TooLarge, (await outside.FetchAsync("https://stub.example/list", FetchKind.StatusList)).Failure);
        Assert.InRange(outside.Network.Received, 1, announced ? MiB / 4 : 2 * MiB);
    }

    [Fact]
    public async Task A_body_of_exactly_the_cap_is_taken()
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(new byte[FetchKind.KeySet.MaxBytes + (context.Request.Path == "/more" ? 1 : 0)]);
        });
        using var outside = new Outside(stub);

        Assert.Equal(FetchKind.KeySet.MaxBytes, (await outside.FetchAsync("https://stub.example/jwks", FetchKind.KeySet)).Body.Length);
        Assert.Equal(FetchFailure.TooLarge, (await outside.FetchAsync("https://stub.example/more", FetchKind.KeySet)).Failure);
    }

    [Fact]
    public async Task A_body_that_drips_ends_in_time()
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });
        using var outside = new Outside(stub, Outside.Impatient);

        Assert.Equal(FetchFailure.TimedOut, (await outside.FetchAsync("https://stub.example/list")).Failure);
    }

    [Fact]
    public async Task A_server_that_never_answers_ends_in_time()
    {
        await using var stub = await Stub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var outside = new Outside(stub, Outside.Impatient);

        Assert.Equal(FetchFailure.TimedOut, (await outside.FetchAsync("https://stub.example/list")).Failure);
    }

    [Theory]
    [InlineData(false, FetchFailure.TimedOut)]
    [InlineData(true, FetchFailure.TooLarge)]
    public async Task Header_fields_that_drip_or_do_not_end_are_left(bool fast, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync();
        using var endless = new EndlessHeaders(fast);
        using var outside = new Outside(stub, fast ? null : Outside.Impatient, [$"http://localhost:{endless.Port}"], network: new SystemNetwork());

        Assert.Equal(failure, (await outside.FetchAsync($"http://localhost:{endless.Port}/list")).Failure);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_document()
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(new byte[10]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var outside = new Outside(stub);

        Assert.Equal(FetchFailure.Unreachable, (await outside.FetchAsync("https://stub.example/list")).Failure);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_unreachable()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync("https://nobody.example/did.json");

        Assert.Equal((FetchFailure.Unreachable, "nobody.example is not found."), (result.Failure, result.Detail));
    }

    [Fact]
    public async Task A_certificate_for_another_name_or_of_nobody_we_know_is_refused()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);
        outside.Network.Name("another.example", TestNetwork.PublicAddress);
        Assert.Equal(FetchFailure.Unreachable, (await outside.FetchAsync("https://another.example/did.json")).Failure);

        using var strict = new Outside(stub, roots: []);
        var result = await strict.FetchAsync("https://stub.example/did.json");
        Assert.Equal((FetchFailure.Unreachable, "stub.example has no certificate that is trusted for its name."), (result.Failure, result.Detail));
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_certificate_cannot_send_us_for_its_issuer()
    {
        using var authority = StubCertificate.Authority();
        await using var shelf = await Stub.StartAsync(context => context.Response.Body.WriteAsync(authority.RawData).AsTask());
        using var leaf = StubCertificate.OfUnknownAuthority(authority, $"http://{shelf.Plain}/authority.cer");
        await using var stub = await Stub.StartAsync(context => Stub.JsonAsync(context), leaf);
        using var outside = new Outside(stub);

        Assert.Equal(FetchFailure.Unreachable, (await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Empty(shelf.Requests);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_not_asked()
    {
        await using var proxy = await Stub.StartAsync();
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);
        outside.Network.Name("proxy.example", TestNetwork.PublicAddress);
        outside.Network.Name("twin.example", TestNetwork.PublicAddress);
        var before = HttpClient.DefaultProxy;
        try
        {
            // What HTTPS_PROXY becomes when a process first asks for it, for this host alone: other tests use the network meanwhile.
            HttpClient.DefaultProxy = new ProxyFor("twin.example", new Uri("http://proxy.example:3128"));
            Assert.Null((await outside.FetchAsync("https://twin.example/did.json")).Failure);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(["twin.example"], outside.Network.LookedUp);
        Assert.Equal([TestNetwork.PublicAddress + ":443"], outside.Network.Dialled);
        Assert.Equal(["twin.example/did.json"], stub.Requests);
    }

    [Fact]
    public async Task One_host_gets_four_connections_at_once()
    {
        var (now, most) = (0, 0);
        await using var stub = await Stub.StartAsync(async context =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            await Task.Delay(50);
            Interlocked.Decrement(ref now);
            await Stub.JsonAsync(context);
        });
        using var outside = new Outside(stub);

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => outside.FetchAsync($"https://stub.example/{number}")));

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.InRange(most, 1, 4);
    }

    [Fact]
    public async Task Whoever_asks_for_the_same_at_once_shares_one_request()
    {
        var gate = new TaskCompletionSource();
        await using var stub = await Stub.StartAsync(async context =>
        {
            await gate.Task;
            context.Response.Headers.CacheControl = "no-store";
            await Stub.JsonAsync(context);
        });
        using var outside = new Outside(stub);
        using var gone = new CancellationTokenSource();

        var first = outside.Fetcher.FetchAsync(new FetchRequest(new Uri("https://stub.example/did.json"), FetchKind.OpenBadgesObject), gone.Token);
        var others = Enumerable.Range(0, 20).Select(number => outside.FetchAsync($"https://stub.example/did.json#{number}")).ToArray();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), result => Assert.Null(result.Failure));
        Assert.Single(stub.Requests);
        await outside.FetchAsync("https://stub.example/did.json");
        Assert.Equal(2, stub.Requests.Count);
    }

    private static void InterlockedMax(ref int most, int count)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < count && Interlocked.CompareExchange(ref most, count, seen) != seen)
        {
        }
    }

    private static async Task PackedAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = encoding;
        using var packed = new MemoryStream();
        await using (Stream packer = encoding == "gzip" ? new GZipStream(packed, CompressionMode.Compress, true) : new BrotliStream(packed, CompressionMode.Compress, true))
        {
            await packer.WriteAsync(body);
        }

        await context.Response.Body.WriteAsync(packed.ToArray());
    }

    private sealed class ProxyFor(string host, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => destination.Host == host ? proxy : null;

        public bool IsBypassed(Uri destination) => destination.Host != host;
    }

    /// <summary>A server that begins an answer and sends header fields for ever.</summary>
    private sealed class EndlessHeaders : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public EndlessHeaders(bool fast)
        {
            listener.Start();
            _ = AnswerAsync(fast);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task AnswerAsync(bool fast)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
                while (true)
                {
                    await stream.WriteAsync("X-Wait: a little longer\r\n"u8.ToArray());
                    await Task.Delay(fast ? 0 : 30);
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
            }
        }
    }
}
