namespace Promote.Credentials.Proofs.Jades;

/// <summary>What a time-stamp of a seal is over.</summary>
public enum TimeStampKind
{
    /// <summary><c>adoTst</c> (ETSI TS 119 182-1 §5.2.6): the payload, before it was signed.</summary>
    Content,

    /// <summary><c>sigTst</c> (§5.3.4): the signature, which therefore existed then.</summary>
    Signature,

    /// <summary><c>arcTst</c> (§5.3.6): payload, header, signature, and all that was added before.</summary>
    Archive,
}
