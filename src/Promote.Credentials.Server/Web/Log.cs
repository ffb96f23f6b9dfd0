using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web;

/// <summary>Every text that the server logs. Events 1000 to 1099 are the web's, 1100 to 1199 storage's and issuing's, 1200 to 1299 the public pages', 1300 to 1399 the jobs', the outbox's, the mail's and the webhooks'.</summary>
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

    [LoggerMessage(1103, LogLevel.Error, "A key or a file of this service is missing or cannot be used")]
    public static partial void KeyMissing(ILogger log, Exception exception);

    [LoggerMessage(1104, LogLevel.Warning, "A seal got no time-stamp: {Reason}")]
    public static partial void NoTimeStamp(ILogger logger, string reason);

    [LoggerMessage(1105, LogLevel.Critical, "The database is older than the status lists that were published from it: nothing of the issuer {IssuerId} is signed until the newest database is restored or `promote status recover` was run")]
    public static partial void DatabaseRolledBack(ILogger log, string issuerId);

    [LoggerMessage(1106, LogLevel.Error, "A change of a status list is not published yet")]
    public static partial void StatusListNotPublished(ILogger log, Exception exception);

    [LoggerMessage(1107, LogLevel.Error, "The confirmed assessment {AssessmentId} could not be awarded; it is tried again")]
    public static partial void AssessmentNotAwarded(ILogger log, string assessmentId, Exception exception);

    [LoggerMessage(1108, LogLevel.Error, "The confirmed assessment {AssessmentId} may not be awarded now ({Code}); it is tried again")]
    public static partial void AssessmentRefused(ILogger log, string assessmentId, string code);

    [LoggerMessage(1111, LogLevel.Error, "The award of the completed pathway {PathwayId} could not be made; it is tried again")]
    public static partial void PathwayNotAwarded(ILogger log, string pathwayId, Exception exception);

    [LoggerMessage(1112, LogLevel.Error, "The award of the completed pathway {PathwayId} may not be made now ({Code}); it is tried again")]
    public static partial void PathwayRefused(ILogger log, string pathwayId, string code);

    [LoggerMessage(1113, LogLevel.Error, "The batch {Batch} could not go on; it is tried again")]
    public static partial void BatchStopped(ILogger log, string batch, Exception exception);

    [LoggerMessage(1114, LogLevel.Error, "Line {Number} of the batch {Batch} could not be carried out and is left out")]
    public static partial void BatchLineFailed(ILogger log, string batch, int number, Exception exception);

    [LoggerMessage(1115, LogLevel.Error, "The disk of the database is full: the batch {Batch} waits, and goes on by itself once there is room")]
    public static partial void BatchWithoutRoom(ILogger log, string batch);

    [LoggerMessage(1116, LogLevel.Error, "The database takes questions and does not answer: requests are refused until it does")]
    public static partial void DatabaseSilent(ILogger log);

    [LoggerMessage(1117, LogLevel.Information, "The database answers again")]
    public static partial void DatabaseAnswers(ILogger log);

    [LoggerMessage(1300, LogLevel.Error, "The job {Job} failed; it runs again")]
    public static partial void JobFailed(ILogger log, string job, Exception exception);

    [LoggerMessage(1301, LogLevel.Warning, "The job {Job} got no answer of the database and runs again: {Reason}")]
    public static partial void JobWithoutDatabase(ILogger log, string job, string reason);

    [LoggerMessage(1302, LogLevel.Warning, "This version of the program knows no job {Job}")]
    public static partial void JobUnknown(ILogger log, string job);

    [LoggerMessage(1310, LogLevel.Error, "The outbox row {Id} ({Kind}) failed for the {Attempts}. time")]
    public static partial void OutboxRowFailed(ILogger log, long id, string kind, int attempts, Exception exception);

    [LoggerMessage(1320, LogLevel.Warning, "The mail of delivery {Id} was not taken at try {Attempt}: {Code}")]
    public static partial void MailNotTaken(ILogger log, string id, int attempt, string code);

    [LoggerMessage(1330, LogLevel.Information, "The message {Id} to the webhook {Webhook} was not taken at try {Attempt}: {Code}")]
    public static partial void WebhookNotTaken(ILogger log, string id, string webhook, int attempt, string code);

    [LoggerMessage(1332, LogLevel.Error, "A message to the webhook {Webhook} could not be sent")]
    public static partial void WebhookNotSent(ILogger log, string webhook, Exception exception);

    [LoggerMessage(1331, LogLevel.Warning, "The webhook {Webhook} is disabled: {Reason}")]
    public static partial void WebhookDisabled(ILogger log, string webhook, WebhookStop reason);

    [LoggerMessage(1110, LogLevel.Warning, "The sample of ESCO was not imported; the next start tries again")]
    public static partial void EscoSampleMissing(ILogger log, Exception exception);
}
