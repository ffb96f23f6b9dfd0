using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Benchmarks.Host;

/// <summary>Kestrel around the same writer, linter and suite as the service, with nothing stored.</summary>
internal static class BenchmarkHost
{
    internal static Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/healthz", () => "ok");
        app.MapPost("/credentials", (Learner learner) =>
        {
            var signed = Sample.Sign(Sample.Lint(Sample.Write(Sample.Proposal with { Learner = learner })));
            return new Credential(signed.Utf8);
        });
        return app.RunAsync();
    }

    private sealed record Credential(ReadOnlyMemory<byte> Utf8) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.ContentType = "application/vc";
            httpContext.Response.ContentLength = Utf8.Length;
            return httpContext.Response.Body.WriteAsync(Utf8, httpContext.RequestAborted).AsTask();
        }
    }
}
