using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Verification.Keys;

/// <summary>The keys that the signatures of one document name, looked up once for all checks.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<KeyReference, KeyLookup> lookups = [];

    private KeyRing()
    {
    }

    /// <summary>No keys: for documents that are secured in another way.</summary>
    internal static KeyRing Empty { get; } = new();

    /// <summary>All lookups, in the order of the document.</summary>
    internal IReadOnlyCollection<KeyLookup> All => lookups.Values;

    /// <summary>The keys that were found, by the URL in the proof.</summary>
    internal IReadOnlyDictionary<string, VerificationMethod> Found => lookups.Values
        .Where(lookup => lookup is { Method: not null, Reference.Url: not null })
        // Whether a signature is right is one question; whether its key was still good is another check's.
        .ToDictionary(lookup => lookup.Reference.Url!, lookup => lookup.Method! with { Id = lookup.Reference.Url!, Revoked = null }, StringComparer.Ordinal);

    /// <summary>What became of one reference.</summary>
    internal KeyLookup this[KeyReference reference] => lookups[reference];

    /// <summary>Looks all of them up.</summary>
    internal static async Task<KeyRing> CollectAsync(IEnumerable<KeyReference> references, string? issuer, KeyFinder finder, CancellationToken cancellationToken)
    {
        var ring = new KeyRing();
        foreach (var reference in references.Distinct())
        {
            ring.lookups.Add(reference, await finder.FindAsync(reference, issuer, cancellationToken));
        }

        return ring;
    }
}
