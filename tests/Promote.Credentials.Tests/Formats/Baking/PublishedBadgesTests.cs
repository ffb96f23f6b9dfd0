using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Tests.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Baking;

/// <summary>The baked pictures that the 1EdTech reference validator is tested with.</summary>
public sealed class PublishedBadgesTests
{
    [VectorsTheory]
    [InlineData("ob30/simple-json.png", BakedKind.OpenBadges3, BakedForm.Json, "openbadgecredential")]
    [InlineData("ob30/simple-jwt.png", BakedKind.OpenBadges3, BakedForm.Jws, "openbadgecredential")]
    [InlineData("ob20/simple-badge.png", BakedKind.OpenBadges2, BakedForm.Json, "openbadges")]
    public void A_PNG_gives_its_badge_byte_for_byte(string file, BakedKind kind, BakedForm form, string keyword)
    {
        var png = Vectors.Read($"open-badges/{file}");
        var badge = Extract(png);

        var text = PngSample.Chunks(png).Single(chunk => chunk.Type == "iTXt").Data;
        Assert.Equal((kind, form), (badge.Kind, badge.Form));
        Assert.Equal($"{keyword}\0\0\0\0\0{Encoding.UTF8.GetString(badge.Credential.Span)}", Encoding.UTF8.GetString(text));
    }

    // The published file ends its lines in CR LF, which a parser hands on as LF (XML §2.11).
    [VectorsFact]
    public void The_SVG_gives_its_badge_byte_for_byte()
    {
        var svg = Encoding.UTF8.GetString(Vectors.Read("open-badges/ob30/simple-json.svg")).ReplaceLineEndings("\n");
        var start = svg.IndexOf("<![CDATA[", StringComparison.Ordinal) + "<![CDATA[".Length;

        var badge = Extract(Vectors.Read("open-badges/ob30/simple-json.svg"));

        Assert.Equal(BakedForm.Json, badge.Form);
        Assert.Equal(svg[start..svg.IndexOf("]]>", StringComparison.Ordinal)], Encoding.UTF8.GetString(badge.Credential.Span));
    }

    [VectorsTheory]
    [InlineData("ob30/simple-json.png")]
    [InlineData("ob30/simple-json.svg")]
    public void The_proof_of_an_extracted_badge_holds(string file)
    {
        using var document = StrictJson.Parse(Extract(Vectors.Read($"open-badges/{file}")).Credential);
        var description = Assert.Single(DataIntegrityProof.Describe(document.RootElement));
        var url = description.VerificationMethod!;
        Assert.True(PublicKey.TryFromMultikey(url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..], out var key));
        var method = new VerificationMethod(url, url[..url.IndexOf('#', StringComparison.Ordinal)], key);

        var result = Assert.Single(DataIntegrityProof.Verify(
            document.RootElement, new Dictionary<string, VerificationMethod> { [url] = method }, new ProofVerificationOptions { Now = DateTimeOffset.Parse("2026-11-01T00:00:00Z", null) }));

        Assert.True(result.Verified, result.Detail);
    }

    [VectorsFact]
    public void The_signature_of_an_extracted_JWS_holds()
    {
        var parts = Encoding.ASCII.GetString(Extract(Vectors.Read("open-badges/ob30/simple-jwt.png")).Credential.Span).Split('.');
        using var header = StrictJson.Parse(Base64Url.DecodeFromChars(parts[0]));
        var jwk = header.RootElement.GetProperty("jwk");
        using var key = RSA.Create(new RSAParameters { Modulus = Member(jwk, "n"), Exponent = Member(jwk, "e") });

        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [VectorsTheory]
    [InlineData("ob30/simple-json.png")]
    [InlineData("ob20/assets/robotics-badge.png")]
    public void A_published_picture_can_be_baked_anew(string file)
    {
        var baked = PngBadgeTests.Bake(Vectors.Read($"open-badges/{file}"), BakedKind.OpenBadges2, "{}"u8);
        Assert.Equal("{}"u8, Extract(baked).Credential.Span);
    }

    private static byte[] Member(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());

    private static BakedBadge Extract(byte[] picture)
    {
        Assert.True(BakedBadge.TryExtract(picture, out var badge, out var refusal), refusal?.Detail);
        return badge;
    }
}
