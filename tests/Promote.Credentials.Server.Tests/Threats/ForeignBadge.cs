using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>An Open Badge 3.0 of a stranger, as a JWT by a new key: whatever it says is signed soundly.</summary>
internal sealed class ForeignBadge
{
    private readonly ECDsa key;

    /// <param name="stolen">Whose key it is signed by; null for a new one.</param>
    public ForeignBadge(ECDsa? stolen = null)
    {
        key = stolen ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Did = $"did:jwk:{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Jwk.ToJsonString()))}";
        Json = Badge.New().Json;
        Json["validFrom"] = "2024-11-20T09:00:00Z";
        Issuer["id"] = Did;
    }

    public JsonObject Json { get; }

    public JsonObject Issuer => Json["issuer"]!.AsObject();

    public JsonObject Achievement => Json["credentialSubject"]!["achievement"]!.AsObject();

    /// <summary>The issuer that is known by the key alone.</summary>
    public string Did { get; }

    private JsonObject Jwk
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
        }
    }

    /// <summary>Changes what it says.</summary>
    public ForeignBadge With(Action<ForeignBadge> change)
    {
        change(this);
        return this;
    }

    /// <summary>Makes it one of a did:web, whose document lies in the web.</summary>
    public ForeignBadge OfDomain(string did, World web, string documentUrl)
    {
        Issuer["id"] = did;
        web.Serve(documentUrl, new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1"),
            ["id"] = did,
            ["verificationMethod"] = new JsonArray(new JsonObject { ["id"] = $"{did}#0", ["type"] = "JsonWebKey", ["controller"] = did, ["publicKeyJwk"] = Jwk }),
            ["assertionMethod"] = new JsonArray($"{did}#0"),
        });
        return this;
    }

    /// <summary>The badge signed, with the claims of Open Badges 3.0 §8.2.</summary>
    public string Sign(string? keyId = null)
    {
        var issuer = (string)Issuer["id"]!;
        var payload = Json.DeepClone().AsObject();
        payload["iss"] = issuer;
        payload["jti"] = (string)Json["id"]!;
        payload["sub"] = "did:example:learner";
        payload["nbf"] = Seconds("validFrom");
        if (Seconds("validUntil") is { } end)
        {
            payload["exp"] = end;
        }

        var input = $"{Encoded(new JsonObject { ["alg"] = "ES256", ["typ"] = "JWT", ["kid"] = keyId ?? $"{issuer}#0" })}.{Encoded(payload)}";
        return $"{input}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    /// <summary>What the API says of it.</summary>
    public async Task<JsonElement> ReportAsync(HttpClient client, string? keyId = null)
    {
        using var content = new StringContent(Sign(keyId), new System.Net.Http.Headers.MediaTypeHeaderValue("text/plain"));
        using var answer = await client.PostAsync("/api/v1/verify", content);
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What the page says of it.</summary>
    public async Task<string> PageAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Sign()), "text" } };
        using var answer = await client.PostAsync("/verify?lang=en", form);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, html);
        return html;
    }

    private long? Seconds(string member) => DateTimeOffset.TryParse((string?)Json[member], CultureInfo.InvariantCulture, out var instant) ? instant.ToUnixTimeSeconds() : null;

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
