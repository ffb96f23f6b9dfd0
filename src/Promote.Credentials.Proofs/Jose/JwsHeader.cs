using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>The protected header of a JWS (RFC 7515 §4.1): all the members that are read here, and no others exist in it.</summary>
/// <param name="Algorithm"><c>alg</c>: what the signer says. The key decides.</param>
/// <param name="KeyId"><c>kid</c>: the key's URL; null where absent.</param>
/// <param name="Type"><c>typ</c>: the media type of the whole; null where absent.</param>
/// <param name="ContentType"><c>cty</c>: the media type of the payload; null where absent.</param>
/// <param name="Key"><c>jwk</c>: the signer's own word for its key, which proves nothing about who that is; null where absent.</param>
public sealed record JwsHeader(string Algorithm, string? KeyId, string? Type, string? ContentType, PublicKey? Key);
