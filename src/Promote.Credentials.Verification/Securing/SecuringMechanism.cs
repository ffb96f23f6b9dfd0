using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification.Securing;

/// <summary>How a document is secured: what ties it, unchanged, to whoever issued it. Each form answers the same three questions.</summary>
internal abstract class SecuringMechanism
{
    /// <summary>Short name of the form, as it stands in JSON.</summary>
    internal abstract string Name { get; }

    /// <summary>The keys that it names, in order.</summary>
    internal virtual IReadOnlyList<KeyReference> Keys => [];

    /// <summary>PC-V002: was anything changed since it was secured?</summary>
    internal abstract Finding JudgeIntegrity(Candidate candidate);

    /// <summary>PC-V010: does what stands around the document agree with it? Null where nothing stands around it.</summary>
    internal virtual Finding? JudgeClaims(Candidate candidate) => null;

    /// <summary>PC-V003: is it the issuer's?</summary>
    internal virtual Finding JudgeIssuer(Candidate candidate) => IssuerByKeys.Judge(candidate);

    /// <summary>PC-V005: was it withdrawn? Null where the form itself does not tell.</summary>
    internal virtual Finding? JudgeStatus(Candidate candidate) => null;
}
