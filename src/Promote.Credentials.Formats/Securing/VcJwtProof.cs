using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>The credential as the payload of a JWT, with the claims that say some of it again (Open Badges 3.0 §8.2).</summary>
public sealed class VcJwtProof : SecuringMechanism
{
    private static readonly string[] Claims = ["iss", "jti", "nbf", "sub"];

    /// <param name="keyAlgorithm">RSA for RS256, P-256 for ES256.</param>
    internal VcJwtProof(KeyAlgorithm keyAlgorithm) => KeyAlgorithm = keyAlgorithm;

    /// <inheritdoc/>
    public override KeyAlgorithm? KeyAlgorithm { get; }

    internal override bool IsEnveloping => true;

    internal override ReadOnlyMemory<byte> Sign(LintedDocument linted, SigningKey? key, ProofOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        return VcJwt.Sign(linted.Root, key, options.VerificationMethod);
    }

    /// <inheritdoc/>
    public override void Confirm(ReadOnlyMemory<byte> signed, LintedDocument linted, VerificationMethod? method, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(linted);
        var jws = Jws.Read(signed, KeyAlgorithm, method);

        // Not judged at an instant: what is promised is finished, even if it ended meanwhile.
        var result = VcJwt.Verify(jws, method!.Key);
        if (!result.Verified)
        {
            throw NotVerified($"{result.ErrorCode} {result.Detail}");
        }

        // The claims stand behind the last member: everything up to the closing brace is what was linted.
        if (!jws.Payload.Span.StartsWith(linted.Utf8.Span[..^1]) || !ClaimsOf(jws.Payload, linted).SequenceEqual(Expected(linted)))
        {
            throw NotTheLintedOne();
        }
    }

    private static string[] ClaimsOf(ReadOnlyMemory<byte> payload, LintedDocument linted)
    {
        using var json = StrictJson.Parse(payload);
        return [.. json.RootElement.EnumerateObject().Skip(linted.Root.GetPropertyCount()).Select(claim => claim.Name)];
    }

    private static IEnumerable<string> Expected(LintedDocument linted) =>
        linted.Root.TryGetProperty("validUntil", out _) ? Claims.Append("exp") : Claims;
}
