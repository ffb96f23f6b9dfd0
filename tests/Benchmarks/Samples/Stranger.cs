using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Benchmarks.Samples;

/// <summary>The sample as an issuer elsewhere would sign it, with a did:key and without a status list: nothing has to be looked up to verify it.</summary>
internal static class Stranger
{
    internal static byte[] Embedded() => Sign("vc-eddsa-rdfc", Sample.NextKey);

    internal static byte[] Jwt()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        return Sign("vc-jwt-es256", DevelopmentKey.Read(JsonSerializer.SerializeToUtf8Bytes(new
        {
            comment = "TEST", kty = "EC", crv = "P-256",
            x = Base64Url.EncodeToString(parameters.Q.X), y = Base64Url.EncodeToString(parameters.Q.Y), d = Base64Url.EncodeToString(parameters.D),
        })));
    }

    private static byte[] Sign(string form, SigningKey key)
    {
        var document = JsonNode.Parse(Sample.Write(Sample.Proposal).Utf8.Span)!.AsObject();
        document.Remove("credentialStatus");
        document["issuer"]!["id"] = DidKey.For(key.PublicKey);
        document["id"] = $"urn:uuid:{Guid.CreateVersion7()}";
        var linted = Sample.Lint(new Draft(form, JsonSerializer.SerializeToUtf8Bytes(document)));
        return linted.Sign(key, new ProofOptions { VerificationMethod = DidKey.VerificationMethodFor(key.PublicKey), Created = TimeProvider.System.GetUtcNow() }).Utf8.ToArray();
    }
}
