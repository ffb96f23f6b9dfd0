using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>
/// JSON → <see cref="SealHeader"/>. The set of members is closed, so that nothing that changes the meaning (<c>sigD</c>, <c>jku</c>,
/// <c>x5u</c>) gets as far as being ignored.
/// </summary>
internal static class SealHeaderReader
{
    /// <summary>A chain of certificates and content time-stamps fit.</summary>
    private const int MaxBytes = 128 * 1024;

    private const int MostCertificates = 8;

    /// <summary>What ETSI TS 119 182-1 adds to RFC 7515 and has to stand in <c>crit</c> where it is used (§5.1.9).</summary>
    private static readonly string[] Critical = ["b64", "sigT", "adoTst"];

    /// <exception cref="MalformedSealException">It is no header of a seal with its payload inside.</exception>
    public static SealHeader Read(byte[] utf8)
    {
        using JsonDocument document = SealJson.Parse(utf8, MaxBytes, "The protected header");
        JsonElement json = SealJson.Object(
            document.RootElement, "The protected header", "alg", "cty", "kid", "x5t#S256", "x5c", "typ", "b64", "sigT", "iat", "adoTst", "crit");
        CheckForm(json);
        byte[][] certificates = [.. SealJson.Array(json, "x5c", MostCertificates)
            .Select(value => SealJson.Base64Octets(SealJson.TextOf(value, "A certificate of x5c"), "A certificate of x5c"))];
        string name = SealJson.Text(json, "alg");
        SealAlgorithm algorithm = SealAlgorithm.Find(name) ?? throw new MalformedSealException("The header's alg is none of RS256, RS384, RS512, PS256 and ES256.");
        CheckCertificates(json, certificates, algorithm);
        return new SealHeader(algorithm, certificates, SigningTime(json), ContentTimeStamps(json));
    }

    private static void CheckForm(JsonElement json)
    {
        // RFC 7797 §6: without b64 in crit, a reader that does not know it would verify other bytes.
        MalformedSealException.ThrowUnless(json.TryGetProperty("b64", out JsonElement b64) && b64.ValueKind == JsonValueKind.False, "The header's b64 is not false.");
        string[] used = [.. Critical.Where(name => json.TryGetProperty(name, out _))];
        string[] listed = [.. SealJson.Array(json, "crit", Critical.Length).Select(value => SealJson.TextOf(value, "A value of crit"))];
        MalformedSealException.ThrowUnless(
            listed.Order(StringComparer.Ordinal).SequenceEqual(used.Order(StringComparer.Ordinal)), $"The header's crit does not list exactly {string.Join(", ", used)}.");
        MalformedSealException.ThrowUnless(
            !json.TryGetProperty("typ", out _) || SealJson.Text(json, "typ").ToLowerInvariant() is "jose+json" or "jose" or "application/jose+json" or "application/jose",
            "The header's typ is not jose+json.");
        if (json.TryGetProperty("cty", out _))
        {
            SealJson.Text(json, "cty");
        }
    }

    /// <summary>Where the header names the signer's certificate in other words too, all have to name the same (§5.1.4, §5.1.7).</summary>
    private static void CheckCertificates(JsonElement json, byte[][] certificates, SealAlgorithm algorithm)
    {
        foreach (byte[] der in certificates)
        {
            MalformedSealException.ThrowUnless(SealCertificate.TryLoad(der, out X509Certificate2? certificate), "A value of x5c is not a certificate.");
            certificate.Dispose();
        }
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(certificates[0]);
        MalformedSealException.ThrowUnless(SealJson.Text(json, "x5t#S256") == SealKey.ThumbprintOf(certificates[0]), "The header's x5t#S256 is not that of its first certificate.");
        MalformedSealException.ThrowUnless(
            !json.TryGetProperty("kid", out _) || SealJson.Text(json, "kid") == IssuerSerial.Of(leaf), "The header's kid does not name its first certificate.");
        MalformedSealException.ThrowUnless(algorithm.Suits(leaf), $"The certificate's key does not sign by {algorithm.Name}, or is too short.");
    }

    /// <summary>Version 1.1.1 of the standard has <c>sigT</c>, version 1.2.1 <c>iat</c> (RFC 7519 §4.1.6).</summary>
    private static DateTimeOffset SigningTime(JsonElement json)
    {
        bool hasText = json.TryGetProperty("sigT", out JsonElement text);
        bool hasSeconds = json.TryGetProperty("iat", out JsonElement seconds);
        MalformedSealException.ThrowUnless(hasText != hasSeconds, "The header has not exactly one of sigT and iat.");
        DateTimeOffset time = default;
        bool read = hasText
            ? text.ValueKind == JsonValueKind.String && DateTimeOffset.TryParseExact(
                text.GetString(), SealHeader.TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            : TryFromSeconds(seconds, out time);
        return read ? time : throw new MalformedSealException("The header's signing time is not an instant in whole seconds, in UTC.");
    }

    private static bool TryFromSeconds(JsonElement value, out DateTimeOffset time)
    {
        const long Year10000 = 253402300800;
        long seconds = 0;
        bool read = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out seconds) && seconds is >= 0 and < Year10000;
        time = read ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return read;
    }

    private static byte[][] ContentTimeStamps(JsonElement json) =>
        json.TryGetProperty("adoTst", out JsonElement container) ? TimeStampContainer.Read(container, "adoTst") : [];
}
