using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>JWTs: changed as text, or in header and payload with a new signature over them.</summary>
internal sealed class JwtHeader : Target
{
    private static readonly TokenSyntax Text = new();

    private static readonly JsonSyntax Header = new(
        "\"alg\"", "\"none\"", "\"ES256\"", "\"ES384\"", "\"RS256\"", "\"EdDSA\"", "\"HS256\"", "\"kid\"", "\"typ\"", "\"JWT\"", "\"vc+jwt\"", "\"vp+jwt\"", "\"cty\"", "\"crit\"", "\"b64\"", "\"jku\"", "\"x5u\"", "\"jwk\"",
        "\"d\":\"AA\"", "\"kty\":\"oct\"", "\"crit\":[\"b64\"]", "\"b64\":false", "\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}", "\"#0\"", "\"did:key:z\"");

    private static readonly JsonSyntax Payload = new(
        "\"iss\"", "\"sub\"", "\"jti\"", "\"nbf\"", "\"exp\"", "\"aud\"", "\"nonce\"", "\"vc\"", "\"vp\"", "\"vc\":{}", "\"exp\":1", "\"nbf\":4102444800", "\"validUntil\"", "\"validFrom\"", "\"issuanceDate\"", "1795165200", "1795165200.0", "1e9");

    private readonly Forge forge = new();
    private readonly Inspection inspection = new();
    private readonly List<(byte[] Header, byte[] Payload)> pairs;
    private readonly List<byte[]> tokens;
    private readonly HashSet<string> signed;
    private string? signedLast;

    internal JwtHeader()
    {
        var (kid, jwk) = (forge.Key.VerificationMethod, Jwk.Of(forge.Key.PublicKey));
        string[] headers =
        [
            $$"""{"alg":"ES256","kid":"{{kid}}","typ":"JWT"}""", $$"""{"alg":"ES256","kid":"{{kid}}","typ":"vc+jwt"}""",
            $$"""{"alg":"ES256","typ":"JWT","jwk":{{jwk}}}""", $$"""{"alg":"ES256","kid":"{{kid}}","typ":"vc+jwt","cty":"vc"}""",
        ];
        byte[][] payloads = [WithClaims(Badges.Small(forge.Key.Did)), .. Badges.Of(forge.Key.Did).Select(WithClaims), Legacy(Badges.Small(forge.Key.Did))];
        pairs = [.. headers.SelectMany(header => payloads.Select(payload => (Encoding.UTF8.GetBytes(header), payload)))];
        tokens = [.. pairs.Select(pair => forge.Jws(pair.Header, pair.Payload)), .. Repository.Vectors("open-badges", "*.jwt"), .. Baked()];
        inspection.TrustValid(tokens[0]);
        signed = [.. tokens.Select(SigningInput)];
    }

    internal override string Name => "jwt-header";

    internal override IReadOnlyList<byte[]> Seeds => tokens;

    internal override byte[] Make(Dice dice)
    {
        signedLast = null;
        if (dice.OneIn(3))
        {
            return Text.Mutate(dice.Pick(tokens), dice);
        }

        var (header, payload) = dice.Pick(pairs);
        var which = dice.Below(3);
        var token = forge.Jws(which == 0 ? header : Header.Mutate(header, dice), which == 1 ? payload : Payload.Mutate(payload, dice));
        signedLast = SigningInput(token);
        return dice.OneIn(6) ? Text.Mutate(token, dice) : token;
    }

    internal override string? Try(byte[] input)
    {
        VcJwt.Verify(input, forge.Key.PublicKey, Badges.Now);
        var report = inspection.ReportOn(input);
        ReportJson.Write(report, (json, credential) => credential.WriteTo(json));
        if (!Inspection.IsValid(report))
        {
            return null;
        }

        var text = SigningInput(input);
        return text != signedLast && !signed.Contains(text) ? $"is {report.Outcome}, and nobody signed it: {Encoding.UTF8.GetString(input)}" : ClaimsFault(text);
    }

    /// <summary>What a second reader of the same token, who looks at the claims alone, would find wrong.</summary>
    private static string? ClaimsFault(string signingInput)
    {
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(signingInput.Split('.')[1]))!.AsObject();
        var document = (payload["vc"] ?? payload["vp"] ?? payload).AsObject();
        var now = Badges.Now.ToUnixTimeSeconds();
        var issuer = (document["issuer"] as JsonObject)?["id"] ?? document["issuer"];
        return payload["exp"] is { } end && end.GetValue<double>() + 60 < now ? "is valid, and its exp has passed"
            : payload["nbf"] is { } start && start.GetValue<double>() - 60 > now ? "is valid, and its nbf has not come"
            : payload["iss"] is { } claimed && !JsonNode.DeepEquals(claimed, issuer) ? "is valid, and its iss is not its issuer"
            : null;
    }

    private static string SigningInput(byte[] token)
    {
        var text = Encoding.UTF8.GetString(token).Trim();
        return text[..Math.Max(0, text.LastIndexOf('.'))];
    }

    private static byte[] WithClaims(byte[] badge)
    {
        var payload = JsonNode.Parse(badge)!.AsObject();
        payload["credentialSubject"]!["id"] ??= "did:example:learner";
        AddClaims(payload, payload);
        return Encoding.UTF8.GetBytes(payload.ToJsonString());
    }

    // Version 1.1 of the data model keeps the document in a claim (§6.3.1).
    private static byte[] Legacy(byte[] badge)
    {
        var document = JsonNode.Parse(badge)!.AsObject();
        var payload = new JsonObject { ["vc"] = document };
        AddClaims(payload, document);
        return Encoding.UTF8.GetBytes(payload.ToJsonString());
    }

    private static void AddClaims(JsonObject payload, JsonObject document)
    {
        payload["iss"] = document["issuer"]!["id"]!.DeepClone();
        payload["jti"] = document["id"]!.DeepClone();
        payload["sub"] = document["credentialSubject"]!["id"]!.DeepClone();
        payload["nbf"] = Seconds(document["validFrom"]!);
        if (document["validUntil"] is { } end)
        {
            payload["exp"] = Seconds(end);
        }
    }

    private static long Seconds(JsonNode instant) => DateTimeOffset.Parse(instant.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static IEnumerable<byte[]> Baked() => Repository.Vectors("open-badges/ob30", "*jwt.png")
        .Select(png => PngBadge.TryExtract(png, out var badge, out _) ? badge.Credential.ToArray() : [])
        .Where(token => token.Length > 0);
}
