namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>One entry of a RevocationList.</summary>
/// <param name="Id">The id of the signed Assertion, <c>urn:uuid:…</c>.</param>
/// <param name="Reason">What the public is told, or null.</param>
public sealed record RevokedAssertion(string Id, string? Reason);
