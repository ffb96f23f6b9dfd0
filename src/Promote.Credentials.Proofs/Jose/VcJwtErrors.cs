namespace Promote.Credentials.Proofs.Jose;

/// <summary>Why a JWT is not accepted.</summary>
public static class VcJwtErrors
{
    /// <summary>It is no compact JWS, or its payload is no strict JSON object.</summary>
    public const string Malformed = "malformed";

    /// <summary>It is a token for something else.</summary>
    public const string Type = "type";

    /// <summary>The signature is wrong, or of another algorithm than the key's.</summary>
    public const string Signature = "signature";

    /// <summary>A claim says something else than the document, or is missing.</summary>
    public const string Claims = "claims";

    /// <summary>It is not valid yet.</summary>
    public const string NotYetValid = "notYetValid";

    /// <summary>It is valid no more.</summary>
    public const string Expired = "expired";
}
