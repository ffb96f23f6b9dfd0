namespace Promote.Credentials.Verification.Ports;

/// <summary>What is expected behind an address. The kind says which media types are asked for and taken, and how much of them.</summary>
public sealed class FetchKind
{
    private const int KiB = 1024;

    private FetchKind(string name, int maxBytes, params IReadOnlyList<string> mediaTypes)
    {
        Name = name;
        MaxBytes = maxBytes;
        MediaTypes = mediaTypes;
    }

    /// <summary>A DID document (DID 1.0 §6; did:web serves it as plain JSON).</summary>
    public static FetchKind DidDocument { get; } =
        new(nameof(DidDocument), 64 * KiB, "application/did", "application/did+json", "application/did+ld+json", "application/json", "application/ld+json");

    /// <summary>A JSON Web Key, or a set of them (RFC 7517 §8.5).</summary>
    public static FetchKind KeySet { get; } =
        new(nameof(KeySet), 64 * KiB, "application/jwk-set+json", "application/jwk+json", "application/json");

    /// <summary>A list of withdrawn credentials: a credential of its own (Bitstring Status List 1.0) or a token (Token Status List).</summary>
    public static FetchKind StatusList { get; } =
        new(nameof(StatusList), 1024 * KiB, "application/vc", "application/vc+jwt", "application/statuslist+jwt", "application/vc+ld+json", "application/ld+json", "application/json", "application/jwt");

    /// <summary>An assertion, a badge class, an issuer, a key or a revocation list of Open Badges 2.0.</summary>
    public static FetchKind OpenBadgesObject { get; } =
        new(nameof(OpenBadgesObject), 256 * KiB, "application/ld+json", "application/json");

    /// <summary>A JSON Schema.</summary>
    public static FetchKind JsonSchema { get; } =
        new(nameof(JsonSchema), 256 * KiB, "application/schema+json", "application/json");

    /// <summary>A credential in any form that a person may have put somewhere.</summary>
    public static FetchKind Credential { get; } = new(
        nameof(Credential), 8 * 1024 * KiB,
        "application/vc", "application/vc+jwt", "application/ld+json", "application/json", "application/jwt", "application/jose+json",
        "image/png", "image/svg+xml", "application/pdf", "text/plain")
    {
        MayBeKept = false,
    };

    /// <summary>The name of the kind.</summary>
    public string Name { get; }

    /// <summary>Most bytes of a body, counted after it was unpacked.</summary>
    public int MaxBytes { get; }

    /// <summary>The media types that are taken, without parameters and in lower case.</summary>
    public IReadOnlyList<string> MediaTypes { get; }

    /// <summary>Whether an answer may be kept for the next one who asks; what is about a person is not.</summary>
    public bool MayBeKept { get; private init; } = true;

    /// <summary>The field <c>Accept</c> of a request (RFC 9110 §12.5.1).</summary>
    public string Accept => string.Join(", ", MediaTypes);

    /// <summary>The name of the kind.</summary>
    public override string ToString() => Name;
}
