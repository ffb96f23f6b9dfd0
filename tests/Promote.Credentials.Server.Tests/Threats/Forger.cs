using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Somebody with a key of their own, who writes tokens as they like: any header, any payload, any signature.</summary>
internal sealed class Forger : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Forger()
    {
        Assert.True(PublicKey.TryFromJwk(JsonSerializer.SerializeToElement(Jwk), out var found));
        PublicKey = found;
    }

    public PublicKey PublicKey { get; }

    public string Did => DidKey.For(PublicKey);

    public string Method => DidKey.VerificationMethodFor(PublicKey);

    /// <summary>The header of a sound token.</summary>
    public string Header => $$"""{"alg":"ES256","kid":"{{Method}}","typ":"JWT"}""";

    public JsonObject Jwk
    {
        get
        {
            var point = key.ExportParameters(false).Q;
            return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
        }
    }

    /// <summary>The private part, which has no place in a header.</summary>
    public string D => Base64Url.EncodeToString(key.ExportParameters(true).D);

    public byte[] Spki => key.ExportSubjectPublicKeyInfo();

    public string Pem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A badge of this issuer.</summary>
    public Badge Badge() => Promote.Credentials.Tests.Verification.Badge.New().With(badge => badge.Json["issuer"]!["id"] = Did);

    /// <summary>Its claims.</summary>
    public JsonObject Payload() => Promote.Credentials.Tests.Verification.Jwt.Payload(Badge());

    /// <summary>A sound token, or one whose header or payload is as the caller wants it, signed well.</summary>
    public byte[] Token(string? header = null, string? payload = null) => Token(header, Encoding.UTF8.GetBytes(payload ?? Payload().ToJsonString()));

    public byte[] Token(string? header, byte[] payload)
    {
        var input = SigningInput(header ?? Header, payload);
        return Join(input, Signature(input));
    }

    public byte[] Signature(string signingInput) => key.SignData(Encoding.ASCII.GetBytes(signingInput), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static string SigningInput(string header, byte[] payload) => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(payload)}";

    public static byte[] Join(string signingInput, byte[] signature) => Encoding.ASCII.GetBytes($"{signingInput}.{Base64Url.EncodeToString(signature)}");

    public void Dispose() => key.Dispose();
}
