namespace Promote.Credentials.Proofs.Jades;

/// <summary>The baseline levels of ETSI TS 119 182-1 §6, each with what the one before it has.</summary>
public enum SealLevel
{
    /// <summary>B-B: the signature and the signer's certificate.</summary>
    Basic,

    /// <summary>B-T: a time-stamp over the signature.</summary>
    Time,

    /// <summary>B-LT: the certificates and revocation data that a verifier needs.</summary>
    LongTerm,

    /// <summary>B-LTA: a time-stamp over all of it.</summary>
    LongTermArchive,
}
