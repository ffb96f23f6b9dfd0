using Microsoft.AspNetCore.Diagnostics;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>Answers for exceptions: nothing of them leaves the service, all of it is logged.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await ProblemDocument.Of(StatusOf(exception)).WriteAsync(httpContext);
        return true;
    }

    private int StatusOf(Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }

        if (StorageUnavailable.IsCauseOf(exception))
        {
            Log.DatabaseUnavailable(log, exception);
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (exception is SettingsException or KeyUnavailableException)
        {
            Log.KeyMissing(log, exception);
            return StatusCodes.Status503ServiceUnavailable;
        }

        Log.RequestFailed(log, exception);
        return StatusCodes.Status500InternalServerError;
    }
}
