namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:Pkcs11</c>: a token that holds keys of issuers and signs with them itself.</summary>
internal sealed record Pkcs11Settings
{
    /// <summary>Path of the token's PKCS#11 library, such as <c>/usr/lib/softhsm/libsofthsm2.so</c>; null for no token.</summary>
    public string? Module { get; init; }

    /// <summary>Label of the token.</summary>
    public string? Token { get; init; }

    /// <summary>Its user PIN.</summary>
    public string? Pin { get; init; }

    /// <summary>Says nothing: it has a PIN.</summary>
    public override string ToString() => "Pkcs11Settings ***";
}
