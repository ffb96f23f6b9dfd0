using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>
/// JSON → <see cref="JwsHeader"/>. The set of members is closed, so that <c>crit</c>, <c>b64</c>, <c>jku</c> and <c>x5u</c> never get
/// as far as being ignored (RFC 7515 §4.1.11, RFC 7797 §6); StrictJson refuses a member that stands twice.
/// </summary>
internal static class JwsHeaderReader
{
    /// <summary>An RSA key of 4096 bits and a long <c>kid</c> fit.</summary>
    private const int MaxBytes = 8 * 1024;

    private static readonly string[] Algorithms = ["EdDSA", "ES256", "ES384", "RS256"];
    private static readonly string[] Members = ["alg", "kid", "typ", "cty", "jwk"];

    public static bool TryRead(byte[] utf8, [NotNullWhen(true)] out JwsHeader? header, out string error)
    {
        header = null;
        try
        {
            using JsonDocument json = StrictJson.Parse(utf8, MaxBytes);
            error = Check(json.RootElement, out PublicKey? key);
            if (error.Length == 0)
            {
                header = new JwsHeader(Text(json.RootElement, "alg")!, Text(json.RootElement, "kid"), Text(json.RootElement, "typ"), Text(json.RootElement, "cty"), key);
            }
        }
        catch (MalformedJsonException malformed)
        {
            error = $"The header is not strict JSON: {malformed.Code}.";
        }
        return header is not null;
    }

    private static string Check(JsonElement json, out PublicKey? key)
    {
        key = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return "The header is not an object.";
        }
        if (json.EnumerateObject().Any(member => !Members.Contains(member.Name)))
        {
            return $"The header has a member other than {string.Join(", ", Members)}.";
        }
        if (json.EnumerateObject().Any(member => member.Name != "jwk" && member.Value.ValueKind != JsonValueKind.String))
        {
            return "A member of the header that is text in the standard is not.";
        }
        if (!Algorithms.Contains(Text(json, "alg")))
        {
            return $"The header's alg is none of {string.Join(", ", Algorithms)}.";
        }
        return json.TryGetProperty("jwk", out JsonElement jwk) && !PublicKey.TryFromJwk(jwk, out key)
            ? "The header's jwk is not a public key of a kind known here."
            : "";
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
