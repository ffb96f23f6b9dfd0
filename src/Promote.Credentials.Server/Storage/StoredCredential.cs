using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>An issued document as it is kept.</summary>
internal sealed record StoredCredential
{
    public required AwardRow Award { get; init; }

    public required CredentialRow Credential { get; init; }

    /// <summary>The count of changes of the issuer's keys.</summary>
    public required int KeysRevision { get; init; }

    /// <summary>The exact signed bytes; null when what is stored is not what was written: then only damage can be told.</summary>
    public required byte[]? Utf8 { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "StoredCredential ***";
}
