namespace Promote.Credentials.Verification.Ports;

/// <summary>Why a document was not fetched.</summary>
public enum FetchFailure
{
    /// <summary>Not an https address, another port than 443, or a user name in it.</summary>
    RefusedUrl,

    /// <summary>The host lies in a network that is not public.</summary>
    RefusedAddress,

    /// <summary>No such host, no connection, no trusted certificate, or an answer that is not HTTP.</summary>
    Unreachable,

    /// <summary>The answer was not complete in time.</summary>
    TimedOut,

    /// <summary>The answer is larger than what is expected there.</summary>
    TooLarge,

    /// <summary>The answer is of another media type than what is expected there.</summary>
    RefusedMediaType,

    /// <summary>The address leads on and on.</summary>
    TooManyRedirects,

    /// <summary>Status 404.</summary>
    NotFound,

    /// <summary>Status 410: it was there and was withdrawn. The body is kept, because Open Badges 2.0 says there that an assertion is revoked.</summary>
    Gone,

    /// <summary>Any other status than 200.</summary>
    HttpStatus,

    /// <summary>One verification asked for too much, or for too long.</summary>
    BudgetSpent,
}
