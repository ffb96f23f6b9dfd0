using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>What a failed request is answered with (RFC 9457). The one place that knows a status and a title for each refusal.</summary>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string? Code, IReadOnlyList<ProblemError>? Errors)
{
    private const string RetryAfterSeconds = "1";

    // A hostile body holds thousands of mistakes; nobody reads more than these.
    private const int MaxErrors = 50;

    /// <summary>The document of a request that was refused; the first reason decides its status.</summary>
    public static ProblemDocument Of(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        var (status, title) = Describe(first);
        return new(TypeOf(first.Id), title, status, first.Detail, first.Id, [.. refusals.Take(MaxErrors).Select(ProblemError.Of)]);
    }

    /// <summary>The document of a status that the framework set without a body.</summary>
    public static ProblemDocument Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Of([new(RefusalCode.Unauthenticated, "", "Send an API key that is known and neither expired nor revoked: Authorization: Bearer pk_…")]),
        StatusCodes.Status403Forbidden => Of([new(RefusalCode.Forbidden, "", "The API key lacks the scope that this operation asks for.")]),
        StatusCodes.Status404NotFound => Of([new(RefusalCode.NotFound, "", "There is nothing here.")]),
        StatusCodes.Status413PayloadTooLarge => Of([new(RefusalCode.TooLarge, "", "The body is larger than this operation takes.")]),
        StatusCodes.Status415UnsupportedMediaType => Of([new(RefusalCode.UnsupportedMediaType, "", "Send the body as application/json.")]),
        StatusCodes.Status429TooManyRequests => Of([new(RefusalCode.TooManyRequests, "", "Too many requests; wait as long as Retry-After says.")]),
        StatusCodes.Status503ServiceUnavailable => Of([new(RefusalCode.Unavailable, "", "The service cannot do this now; repeat the request later.")]),
        _ => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, Sentence(status), null, null),
    };

    /// <summary>Answers the request with this document.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return response.WriteAsJsonAsync(this, ApiJson.Options, "application/problem+json", context.RequestAborted);
    }

    private static (int Status, string Title) Describe(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.MalformedJson => (400, "The body is not JSON that this service reads"),
        RefusalCode.UnknownField => (422, "Unknown member"),
        RefusalCode.MissingField => (422, "A member is missing"),
        RefusalCode.InvalidValue => (422, "A value of the wrong type or shape"),
        RefusalCode.InvalidDate => (422, "Not a date or an instant with a zone"),
        RefusalCode.DatesContradict => (422, "Dates contradict one another"),
        RefusalCode.InvalidEmail => (422, "Not an e-mail address"),
        RefusalCode.InvalidLink => (422, "Not an http or https link"),
        RefusalCode.UnsafeText => (422, "Text with forbidden characters"),
        RefusalCode.NotFound when refusal.Pointer.Length > 0 => (422, "The body names something that is not there"),
        RefusalCode.NotFound => (404, "Not found"),
        RefusalCode.WrongState => (409, "The state does not allow this"),
        RefusalCode.IdempotencyKeyReused => (422, "Idempotency-Key used with another body"),
        RefusalCode.Stale => (412, "Changed since it was read"),
        RefusalCode.Unauthenticated => (401, "No valid API key"),
        RefusalCode.Forbidden => (403, "The API key lacks the scope"),
        RefusalCode.TooManyRequests => (429, "Too many requests"),
        RefusalCode.LintFailed => (422, "The document failed its linter"),
        RefusalCode.NotACredential => (422, "Not a credential"),
        RefusalCode.TooLarge => (413, "Too large"),
        RefusalCode.UnsupportedMediaType => (415, "Unsupported media type"),
        RefusalCode.Unavailable => (503, "Not available now"),
        RefusalCode.MissingPrecondition => (428, "If-Match is missing"),
        RefusalCode.SealUnusable => (409, "No seal that can be used"),
        RefusalCode.CrossOrigin => (403, "Sent by a page of another site"),
        RefusalCode.AssessmentRequired => (422, "Awarded after an assessment only"),
        RefusalCode.SeparationOfDuties => (403, "Somebody else has to do this"),
        RefusalCode.PrerequisiteMissing => (422, "A prerequisite is missing"),
        RefusalCode.UnreadableText => (400, "Text that cannot be read"),
        RefusalCode.RestoredDatabase => (503, "The database is older than what was published"),
        RefusalCode.IncompleteMicroCredential => (422, "The micro-credential lacks a mandatory element"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "A refusal without a status."),
    };

    // RFC 9457 §3.1.1: a type may be a relative reference; ours resolves against the service itself.
    private static string TypeOf(string id) => $"/problems/{id.ToLowerInvariant()}";

    private static string Sentence(int status) => status >= 500
        ? "The service failed. The failure is logged; the request may be repeated."
        : "The request cannot be answered in this form.";
}
