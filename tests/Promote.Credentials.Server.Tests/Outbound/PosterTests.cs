using System.Text;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

public sealed class PosterTests
{
    private static readonly Dictionary<string, string> Fields = new() { ["Content-Type"] = "application/json", ["Webhook-Id"] = "msg_1" };

    [Fact]
    public async Task What_is_sent_arrives_with_its_fields()
    {
        var received = "";
        await using var stub = await Stub.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            received = $"{context.Request.Method} {context.Request.ContentType} {context.Request.Headers["Webhook-Id"]} {await reader.ReadToEndAsync()}";
            context.Response.StatusCode = 202;
        });
        using var outside = new Outside(stub);

        Assert.Equal((202, null, ""), await PostAsync(outside));
        Assert.Equal("""POST application/json msg_1 {"type":"award.issued"}""", received);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(410)]
    [InlineData(500)]
    public async Task Every_status_is_an_answer_and_no_redirect_is_followed(int status)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var outside = new Outside(stub);

        Assert.Equal((status, null, ""), await PostAsync(outside));
        Assert.Equal(["stub.example/hook"], stub.Requests);
    }

    [Fact]
    public async Task An_answer_of_a_hundred_megabytes_is_an_answer_and_not_read()
    {
        const int MiB = 1024 * 1024;
        await using var stub = await Stub.StartAsync(async context =>
        {
            for (var step = 0; step < 100; step++)
            {
                await context.Response.Body.WriteAsync(new byte[MiB], context.RequestAborted);
            }
        });
        using var outside = new Outside(stub);

        Assert.Equal((200, null, ""), await PostAsync(outside));
        Assert.InRange(outside.Network.Received, 1, MiB / 4);
    }

    [Fact]
    public async Task A_server_that_hangs_is_a_failure_in_time()
    {
        await using var stub = await Stub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var outside = new Outside(stub, Outside.Impatient);

        var (status, failure, detail) = await PostAsync(outside);
        Assert.Equal((null, FetchFailure.TimedOut), (status, failure));
        Assert.Equal("stub.example did not answer in time.", detail);
    }

    [Fact]
    public async Task An_answer_whose_body_hangs_is_an_answer()
    {
        await using var stub = await Stub.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("{"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var outside = new Outside(stub, Outside.Impatient);

        Assert.Equal((200, null, ""), await PostAsync(outside));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_exception()
    {
        await using var stub = await Stub.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var outside = new Outside(stub);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside.Poster.PostAsync(new Uri("https://stub.example/hook"), default, Fields, gone.Token));
    }

    private static async Task<(int? Status, FetchFailure? Failure, string Detail)> PostAsync(Outside outside)
    {
        var result = await outside.Poster.PostAsync(new Uri("https://stub.example/hook"), """{"type":"award.issued"}"""u8.ToArray(), Fields, CancellationToken.None);
        return (result.Status, result.Failure, result.Detail);
    }
}
