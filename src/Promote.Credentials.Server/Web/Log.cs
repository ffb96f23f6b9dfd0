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

    [LoggerMessage(1100, LogLevel.Error, "A document that this service wrote failed its linter and was not signed: {Lints}")]
    public static partial void LintFailed(ILogger log, string lints);

    [LoggerMessage(1101, LogLevel.Error, "The award {AwardId} is promised and cannot be finished")]
    public static partial void IntentNotFinished(ILogger log, string awardId, Exception exception);

    [LoggerMessage(1102, LogLevel.Error, "Promised awards cannot be read; the next try is in a minute")]
    public static partial void IntentsNotRead(ILogger log, Exception exception);

    [LoggerMessage(1103, LogLevel.Error, "A key is missing or cannot be used")]
    public static partial void KeyMissing(ILogger log, Exception exception);
}
