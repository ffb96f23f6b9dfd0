using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Verification.Keys;

/// <summary>How a signature names its key.</summary>
/// <param name="Url">The URL in the proof or in <c>kid</c>; null where there is none.</param>
/// <param name="Embedded">The key that stands in the document itself (<c>jwk</c>), which proves nothing about whose it is; null where none does.</param>
internal sealed record KeyReference(string? Url, PublicKey? Embedded = null)
{
    /// <summary>For people.</summary>
    internal string Name => Url ?? Embedded?.Thumbprint ?? "not named";
}
