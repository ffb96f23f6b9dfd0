using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Tests.Formats;

namespace Promote.Credentials.Tests.Threats;

/// <summary>A sound European Digital Credential that anybody seals, with whatever certificates they like: what our own code would refuse to seal with.</summary>
internal static class ForgedSeal
{
    private static readonly GoldenInput Input = GoldenInput.Read("assessed-micro-credential");

    /// <summary>The organisation that the document names as its issuer.</summary>
    public static SealSubject Issuer { get; } = new("RO", "CoVE", "VATRO-12345678", "CoVE seal");

    /// <summary>When it is sealed and verified.</summary>
    public static DateTimeOffset Now => Input.IssuedAt;

    private static byte[] Payload { get; } = Write();

    /// <summary>The document with these certificates in <c>x5c</c>, signed by this key.</summary>
    public static byte[] Make(ECDsa key, params byte[][] certificates)
    {
        var header = new JsonObject
        {
            ["alg"] = "ES256",
            ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(certificates[0])),
            ["x5c"] = new JsonArray([.. certificates.Select(der => JsonValue.Create(Convert.ToBase64String(der)))]),
            ["typ"] = "jose+json",
            ["b64"] = false,
            ["sigT"] = "2026-11-20T09:30:15Z",
            ["crit"] = new JsonArray("b64", "sigT"),
        };
        var text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
        var signature = key.SignData(SealDocument.SigningInput(text, Payload), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return SealDocument.Write(Payload, text, [], Base64Url.EncodeToString(signature));
    }

    private static byte[] Write()
    {
        Assert.True(FormatList.TryGet(FormatList.Europass, out var format));
        var verdict = Linter.Lint(format.Write(Input.Award, Input.Ids with { Seal = Issuer }));
        Assert.Empty(verdict.Findings);
        return verdict.Document!.Utf8.ToArray();
    }
}
