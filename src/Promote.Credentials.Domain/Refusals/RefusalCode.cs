namespace Promote.Credentials.Domain.Refusals;

/// <summary>Why a request was refused. The closed list: each member has one stable id that stands in code, problem documents, logs and tests.</summary>
public enum RefusalCode
{
    /// <summary>PC-R001: the body is not JSON that this service reads (syntax, UTF-8, depth, size, a member twice).</summary>
    MalformedJson = 1,

    /// <summary>PC-R002: a member that this operation does not know.</summary>
    UnknownField = 2,

    /// <summary>PC-R003: a member that must be there is missing or empty.</summary>
    MissingField = 3,

    /// <summary>PC-R004: a value of the wrong type or shape.</summary>
    InvalidValue = 4,

    /// <summary>PC-R005: an instant without a zone, or a date that is not one.</summary>
    InvalidDate = 5,

    /// <summary>PC-R006: dates that contradict one another, such as an end before its start.</summary>
    DatesContradict = 6,

    /// <summary>PC-R007: something that is not an e-mail address.</summary>
    InvalidEmail = 7,

    /// <summary>PC-R008: a link that is not an absolute http or https URL.</summary>
    InvalidLink = 8,

    /// <summary>PC-R009: text with control, bidirectional or invisible characters, or letters that pass for others.</summary>
    UnsafeText = 9,

    /// <summary>PC-R010: no such thing, or not this client's.</summary>
    NotFound = 10,

    /// <summary>PC-R011: the thing is in a state that does not allow this.</summary>
    WrongState = 11,

    /// <summary>PC-R012: the Idempotency-Key was used with another body.</summary>
    IdempotencyKeyReused = 12,

    /// <summary>PC-R013: the entity tag in If-Match is not the current one.</summary>
    Stale = 13,

    /// <summary>PC-R014: no API key, or one that is unknown, expired or revoked.</summary>
    Unauthenticated = 14,

    /// <summary>PC-R015: the API key lacks the scope.</summary>
    Forbidden = 15,

    /// <summary>PC-R016: too many requests.</summary>
    TooManyRequests = 16,

    /// <summary>PC-R017: a document that this service wrote failed its own linter; nothing was signed.</summary>
    LintFailed = 17,

    /// <summary>PC-R018: the input is not a credential in a form that this service knows.</summary>
    NotACredential = 18,

    /// <summary>PC-R019: the body is larger than this operation takes.</summary>
    TooLarge = 19,

    /// <summary>PC-R020: a body in a media type that this operation does not take.</summary>
    UnsupportedMediaType = 20,

    /// <summary>PC-R021: the service cannot do this now; the request may be repeated.</summary>
    Unavailable = 21,

    /// <summary>PC-R022: a change without If-Match, which has to name the entity tag that was read.</summary>
    MissingPrecondition = 22,

    /// <summary>PC-R023: a form that a page of another site sent.</summary>
    CrossOrigin = 23,

    /// <summary>PC-R024: a micro-credential that does not say what Annex I of Council Recommendation 2022/C 243/02 asks for.</summary>
    IncompleteMicroCredential = 24,

    /// <summary>PC-R025: the issuer has no seal certificate that is valid now and its own.</summary>
    SealUnusable = 25,

    /// <summary>PC-R026: the database is older than the status lists that were published from it: nothing of the issuer is signed until the operator recovers it.</summary>
    RestoredDatabase = 26,

    /// <summary>PC-R027: the achievement is awarded after an assessment only.</summary>
    AssessmentRequired = 27,

    /// <summary>PC-R028: two things that one person may not both do, such as to assess and to confirm.</summary>
    SeparationOfDuties = 28,

    /// <summary>PC-R029: the learner does not hold what the achievement has to be preceded by.</summary>
    PrerequisiteMissing = 29,

    /// <summary>PC-R030: text whose bytes are no letters in the encoding of its file.</summary>
    UnreadableText = 30,
}
