using Microsoft.AspNetCore.Mvc.Abstractions;
using Promote.Credentials.Server.Web.Health;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>Refuses what would wait for a database that is silent. What the service answers by itself, such as its health and its metrics, is answered.</summary>
internal sealed class RefuseWhileSilent(RequestDelegate next, DatabaseWatch database)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (database.IsSilent && context.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
