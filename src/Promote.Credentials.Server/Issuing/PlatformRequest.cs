using System.Text.Json;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Server.Issuing;

/// <summary>A credential that a platform wrote itself and wants signed.</summary>
internal sealed record PlatformRequest
{
    /// <summary>The unsigned document, an object.</summary>
    public required JsonElement Credential { get; init; }

    /// <summary>How it may be signed: the first for which the issuer, as the document names it, has a key.</summary>
    public required IReadOnlyList<CredentialForm> Forms { get; init; }

    /// <summary>Whether the document gets the status entries by which it can be revoked and suspended.</summary>
    public required bool WithStatus { get; init; }
}
