using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>A key in a JWK Set.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyId">What the JWTs that it signed name in <c>kid</c>.</param>
/// <param name="Issuer">The issuer whose key it is: the Open Badges implementation guide's <c>iss</c>, since one host serves many.</param>
public sealed record PublishedJwk(PublicKey Key, string KeyId, string Issuer);
