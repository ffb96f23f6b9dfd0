namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:Seal</c>: what stands around the seals of Europass documents. The seals themselves are among the keys.</summary>
internal sealed record SealSettings
{
    /// <summary>Where time-stamps are asked for (RFC 3161 over HTTP); null for seals without.</summary>
    public Uri? TimeStampAuthority { get; init; }

    /// <summary>Whether a document that got no time-stamp is not issued; else it is issued without.</summary>
    public bool TimeStampRequired { get; init; }

    /// <summary>
    /// Folder with the certificates, PEM or DER, of authorities that are trusted to issue seals and time-stamps; those in its folder
    /// <c>qualified</c> are the ones that a trusted list of the European Union names for qualified seals.
    /// </summary>
    public string? TrustAnchors { get; init; }
}
