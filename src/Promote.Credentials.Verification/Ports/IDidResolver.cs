using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Verification.Ports;

/// <summary>Finds the keys of identifiers that do not carry them inside, such as did:web. A did:key is asked for too, in case that somebody knows more about it than it says.</summary>
public interface IDidResolver
{
    /// <summary>The document of a DID, or null where it cannot be found out; then nothing is confirmed.</summary>
    ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken);
}
