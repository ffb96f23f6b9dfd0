namespace Promote.Credentials.Verification;

/// <summary>How an input misses to be a credential.</summary>
public enum RejectionKind
{
    /// <summary>It is not JSON that two readers understand alike (RFC 7493).</summary>
    MalformedJson,

    /// <summary>It has more bytes than <see cref="Verifier.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It is JSON, but not a credential in a form that is known here.</summary>
    NotACredential,
}
