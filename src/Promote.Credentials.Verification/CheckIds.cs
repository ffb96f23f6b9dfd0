namespace Promote.Credentials.Verification;

/// <summary>Short names of the checks, as they stand in JSON.</summary>
public static class CheckIds
{
    /// <summary>PC-V001: the document follows its standard.</summary>
    public const string Format = "format";

    /// <summary>PC-V002: every signature holds.</summary>
    public const string Proof = "proof";

    /// <summary>PC-V003: the signing key belongs to the issuer.</summary>
    public const string IssuerIdentity = "issuerIdentity";

    /// <summary>PC-V004: it is in force now.</summary>
    public const string ValidityDates = "validityDates";

    /// <summary>PC-V005: it was not withdrawn.</summary>
    public const string Status = "status";

    /// <summary>PC-V006: what others say inside the document about it.</summary>
    public const string Endorsements = "endorsements";

    /// <summary>PC-V008: the signing key was not given up or lost.</summary>
    public const string KeyStanding = "keyStanding";

    /// <summary>PC-V007: it is what this service has on record.</summary>
    public const string OwnRecord = "ownRecord";

    /// <summary>PC-V009: the document keeps the further schemas that it names.</summary>
    public const string Schema = "schema";

    /// <summary>PC-V010: envelope and document say the same.</summary>
    public const string Claims = "claims";

    /// <summary>PC-V011: the accreditation that it claims.</summary>
    public const string Accreditation = "accreditation";

    /// <summary>PC-V012: whether the issuer offers a newer edition.</summary>
    public const string Refresh = "refresh";

    /// <summary>PC-V013: it was issued to the person whom the reader named.</summary>
    public const string Holder = "holder";

    /// <summary>PC-V014: when a sealed document was sealed.</summary>
    public const string TimeStamp = "timeStamp";

    /// <summary>PC-V015: whether a seal is a qualified one.</summary>
    public const string Qualified = "qualified";

    /// <summary>PC-V016: the credentials in a presentation.</summary>
    public const string Presented = "presented";
}
