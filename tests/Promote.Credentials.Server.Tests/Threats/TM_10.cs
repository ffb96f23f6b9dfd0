using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 10: more than anybody needs: levels, bytes, members.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_10(PublicVerifier verifier) : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Fact]
    public Task A_document_within_the_limits_is_taken() => verifier.TakesAsync(forger.Token(payload: With(Nested("[", "1", "]", 20))));

    [Theory]
    [InlineData("[", "]", 33)]
    [InlineData("[", "]", 10_000)]
    [InlineData("[", "]", 100_000)]
    [InlineData("[", "", 100_000)]
    [InlineData("{\"a\":", "}", 33)]
    [InlineData("{\"a\":", "}", 20_000)]
    [InlineData("{\"a\":[", "]}", 5_000)]
    public async Task Levels_without_end_are_refused(string open, string close, int levels)
    {
        var nest = Nested(open, "1", close, levels);

        await verifier.RefusesAsync(nest);
        await verifier.RefusesAsync(With(nest));
        await verifier.RefusesAsync(forger.Token(payload: With(nest)));
        await verifier.RefusesAsync(forger.Token(forger.Header.Replace("\"JWT\"", nest, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("name")]
    [InlineData("members")]
    [InlineData("items")]
    [InlineData("spaces")]
    public async Task More_than_256_KiB_of_anything_are_refused(string what)
    {
        var large = what switch
        {
            "text" => $"\"{new string('t', 300_000)}\"",
            "name" => $"{{\"{new string('n', 300_000)}\":1}}",
            "members" => $"{{{string.Join(',', Enumerable.Range(0, 40_000).Select(number => $"\"m{number}\":1"))}}}",
            "items" => $"[{string.Join(',', Enumerable.Repeat("1", 150_000))}]",
            _ => new string(' ', 300_000) + "1",
        };

        await verifier.RefusesAsync(With(large));
        await verifier.RefusesAsync(forger.Token(payload: With(large)));
    }

    [Theory]
    [InlineData("/api/v1/verify", "application/json")]
    [InlineData("/api/v1/verify", "image/png")]
    [InlineData("/api/v1/verify", "application/pdf")]
    [InlineData("/api/v1/verify", "multipart/form-data; boundary=b")]
    [InlineData("/verify", "multipart/form-data; boundary=b")]
    [InlineData("/vc-api/credentials/verify", "application/json")]
    [InlineData("/vc-api/presentations/verify", "application/json")]
    public async Task A_body_that_does_not_end_is_not_read_to_the_end(string door, string mediaType)
    {
        using var endless = new Endless(mediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = endless, Headers = { TransferEncodingChunked = true } };
        try
        {
            using var answer = await verifier.Anonymous.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
        catch (HttpRequestException)
        {
            // The service may close the connection while we still send.
        }

        Assert.InRange(endless.Sent, 0, 64 * MiB);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_body_is_not_unpacked(string encoding)
    {
        using var content = new ByteArrayContent(Badge.New().Sign());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add(encoding);
        using var answer = await verifier.Anonymous.PostAsync("/api/v1/verify", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private string With(string value) => forger.Payload().ToJsonString().Replace("\"criteria\":", $"\"criteria\":{{\"narrative\":\"n\"}},\"https://e.example/more\":{value},\"x\":", StringComparison.Ordinal)
        .Replace(",\"x\":{\"narrative\":\"Pass two role plays.\"}", "", StringComparison.Ordinal);

    private static string Nested(string open, string middle, string close, int levels) =>
        new StringBuilder().Insert(0, open, levels).Append(middle).Insert(levels * open.Length + middle.Length, close, levels).ToString();

    /// <summary>A body without an end, in the beginning of a form where one is expected.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly bool isForm;

        public Endless(string mediaType)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            isForm = mediaType.StartsWith("multipart", StringComparison.Ordinal);
        }

        public long Sent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            if (isForm)
            {
                await stream.WriteAsync("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.json\"\r\n\r\n"u8.ToArray(), cancellationToken);
            }

            var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            for (; Sent < 256L * MiB; Sent += block.Length)
            {
                await stream.WriteAsync(block, cancellationToken);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
