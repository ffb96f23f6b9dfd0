using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Tests.Proofs.Jades;

namespace Promote.Credentials.Server.Tests.Issuing.Seals;

public sealed class TimeStampClientTests(OpenSslAuthority authority) : IClassFixture<OpenSslAuthority>
{
    // A seal whose signature is wrong, which an authority does not see.
    private static readonly ReadOnlyMemory<byte> Seal = MakeSeal();

    [FactNeedsOpenSsl]
    [Trait("needs", "openssl")]
    public async Task A_token_of_an_authority_becomes_part_of_the_seal()
    {
        await using var server = await TimeStampServer.StartAsync((query, context) => context.Response.Body.WriteAsync(authority.Reply(query)).AsTask());
        using var client = Client(server.Url);

        var result = await client.StampAsync(Seal, CancellationToken.None);

        Assert.True(result.Failure is null, result.Detail);
        Assert.Equal("application/timestamp-query", server.ContentType);
        Assert.True(JadesSeal.TryRead(JadesSeal.WithSignatureTimeStamp(Seal, result.Token.Span), out var stamped, out var error), error);
        Assert.True(Assert.Single(stamped.Verify([authority.Anchor], TimeProvider.System.GetUtcNow()).TimeStamps).Anchored);
    }

    [FactNeedsOpenSsl]
    [Trait("needs", "openssl")]
    public async Task An_old_answer_is_refused()
    {
        byte[]? first = null;
        await using var server = await TimeStampServer.StartAsync((query, context) => context.Response.Body.WriteAsync(first ??= authority.Reply(query)).AsTask());
        using var client = Client(server.Url);

        Assert.Null((await client.StampAsync(Seal, CancellationToken.None)).Failure);
        Assert.Equal(TimeStampFailure.Refused, (await client.StampAsync(Seal, CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task Nonsense_is_a_refusal()
    {
        await using var server = await TimeStampServer.StartAsync((_, context) => context.Response.WriteAsync("<html>Login</html>"));
        Assert.Equal(TimeStampFailure.Refused, await FailureAsync(server));
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status307TemporaryRedirect)]
    [InlineData(StatusCodes.Status404NotFound)]
    public async Task An_answer_of_another_status_is_none_and_no_redirect_is_followed(int status)
    {
        var asked = 0;
        await using var server = await TimeStampServer.StartAsync((_, context) =>
        {
            asked++;
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/tsr";
            return Task.CompletedTask;
        });
        Assert.Equal(TimeStampFailure.Unreachable, await FailureAsync(server));
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_answer_is_not_read(bool announced)
    {
        await using var server = await TimeStampServer.StartAsync(async (_, context) =>
        {
            context.Response.ContentLength = announced ? 100_000 : null;
            await context.Response.Body.WriteAsync(new byte[100_000]);
        });
        Assert.Equal(TimeStampFailure.Unreachable, await FailureAsync(server));
    }

    [Fact]
    public async Task An_authority_that_is_away_or_falls_silent_is_a_failure_in_time()
    {
        await using (var silent = await TimeStampServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted)))
        {
            var result = await new TimeStampClient(new SealSettings { TimeStampAuthority = silent.Url }, TimeSpan.FromMilliseconds(200)).StampAsync(Seal, CancellationToken.None);
            Assert.Equal(TimeStampFailure.Unreachable, result.Failure);
            Assert.Contains("0.2 seconds", result.Detail, StringComparison.Ordinal);
        }

        using var away = Client(new Uri("http://127.0.0.1:9/tsr"));
        Assert.Equal(TimeStampFailure.Unreachable, (await away.StampAsync(Seal, CancellationToken.None)).Failure);
        using var none = Client(null);
        Assert.Equal(TimeStampFailure.NotConfigured, (await none.StampAsync(Seal, CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_exception()
    {
        await using var silent = await TimeStampServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = Client(silent.Url);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.StampAsync(Seal, gone.Token));
    }

    private static TimeStampClient Client(Uri? authority) => new(new SealSettings { TimeStampAuthority = authority });

    private static async Task<TimeStampFailure?> FailureAsync(TimeStampServer server)
    {
        using var client = Client(server.Url);
        return (await client.StampAsync(Seal, CancellationToken.None)).Failure;
    }

    private static byte[] MakeSeal()
    {
        using var key = DevelopmentKeys.Seal("seal-p256-key");
        var certificate = Convert.ToBase64String(key.Certificate.Span);
        var thumbprint = Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(key.Certificate.Span));
        var header = new JsonObject
        {
            ["alg"] = "ES256", ["x5t#S256"] = thumbprint, ["x5c"] = new JsonArray(certificate), ["b64"] = false, ["sigT"] = "2026-11-26T12:00:00Z", ["crit"] = new JsonArray("b64", "sigT"),
        };
        var signature = new JsonObject
        {
            ["protected"] = Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(header.ToJsonString())), ["signature"] = Base64Url.EncodeToString(new byte[64]),
        };
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["payload"] = "{}", ["signatures"] = new JsonArray(signature) }.ToJsonString());
    }
}
