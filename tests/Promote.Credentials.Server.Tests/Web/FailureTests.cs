using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class FailureTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_database_that_fails_is_answered_with_503_and_when_to_come_back()
    {
        await service.Database.ExecuteAsync("ALTER TABLE achievements RENAME TO achievements_away");
        try
        {
            using var answer = await service.First.GetAsync("/api/v1/achievements");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "PC-R021"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
            Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
            Assert.DoesNotContain("achievements_away", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            await service.Database.ExecuteAsync("ALTER TABLE achievements_away RENAME TO achievements");
        }

        Assert.Equal(HttpStatusCode.OK, (await service.First.GetAsync("/api/v1/achievements")).StatusCode);
    }

    [Fact]
    public async Task A_service_whose_migrations_are_not_all_applied_is_not_ready()
    {
        await service.Database.ExecuteAsync("DELETE FROM schema_migrations");
        using var answer = await service.Anonymous.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"migrations\":false", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_exception_leaves_the_service()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new ExceptionProblems(NullLogger<ExceptionProblems>.Instance).TryHandleAsync(context, new InvalidOperationException("canary17"), CancellationToken.None);

        Assert.Equal(500, context.Response.StatusCode);
        Assert.DoesNotContain("canary17", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}
