namespace Promote.Credentials.Verification.Intake;

/// <summary>How an input misses to be a credential.</summary>
public enum RejectionKind
{
    /// <summary>It is not JSON that two readers understand alike (RFC 7493), and nothing else that is known here either.</summary>
    MalformedJson,

    /// <summary>It is larger than <see cref="Limits"/> say.</summary>
    TooLarge,

    /// <summary>It can be read, but is not a credential in a form that is known here.</summary>
    NotACredential,

    /// <summary>Checking it takes more work than one document gets.</summary>
    TooCostly,

    /// <summary>It is an address, and nothing could be had there.</summary>
    Unreachable,
}
