using System.Text.Json;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Server.Issuing;

/// <summary>A credential that a platform, or this service for its issuer, wrote itself and wants signed.</summary>
internal sealed record PlatformRequest
{
    /// <summary>The unsigned document, an object.</summary>
    public required JsonElement Credential { get; init; }

    /// <summary>How it may be signed: the first for which the issuer, as the document names it, has a key.</summary>
    public required IReadOnlyList<CredentialForm> Forms { get; init; }

    /// <summary>What the document's status entries are for, such as to revoke it; empty for a document that gets none.</summary>
    public required IReadOnlyList<string> StatusPurposes { get; init; }

    /// <summary>Whether this service wrote it: then it does not come over the VC-API, which an issuer has to turn on.</summary>
    public bool IsOfService { get; init; }
}
