namespace Promote.Credentials.Server.Web;

/// <summary>Every text that the server logs. Events 1000 to 1099 are the web's, 1100 to 1199 storage's and issuing's, 1200 to 1299 the public pages'.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms by {Key}, trace {TraceId}")]
    public static partial void RequestAnswered(ILogger log, string method, string route, int status, double milliseconds, string key, string traceId);

    [LoggerMessage(1001, LogLevel.Error, "A request failed")]
    public static partial void RequestFailed(ILogger log, Exception exception);

    [LoggerMessage(1002, LogLevel.Error, "The database is not available")]
    public static partial void DatabaseUnavailable(ILogger log, Exception exception);
}
