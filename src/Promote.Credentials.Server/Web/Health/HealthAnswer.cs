using Microsoft.Extensions.Diagnostics.HealthChecks;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Web.Health;

/// <summary>Says which part is ready, and nothing about why one is not: that stands in the log.</summary>
internal sealed record HealthAnswer(bool Ready, IReadOnlyDictionary<string, bool> Checks)
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var answer = new HealthAnswer(
            report.Status == HealthStatus.Healthy,
            report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status == HealthStatus.Healthy));
        return context.Response.WriteAsJsonAsync(answer, ApiJson.Options, "application/json", context.RequestAborted);
    }
}
