using System.Buffers.Text;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 11: another text for the same signature, or a signature of nothing.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_11(PublicVerifier verifier) : IDisposable
{
    // The order of the group of Ed25519 (RFC 8032 §5.1).
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Fact]
    public async Task The_documents_without_the_attack_are_taken()
    {
        await verifier.TakesAsync(forger.Token());
        await verifier.TakesAsync(Badge.New().Sign());
    }

    [Theory]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("A")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData(".")]
    [InlineData("~")]
    [InlineData("~e30~")]
    [InlineData("#")]
    [InlineData("%3D")]
    public async Task Nothing_may_follow_a_token_or_stand_inside_one(string added)
    {
        var token = Encoding.ASCII.GetString(forger.Token());
        var dots = (First: token.IndexOf('.', StringComparison.Ordinal), Last: token.LastIndexOf('.'));

        // White space around a token that somebody pasted is theirs.
        if (!string.IsNullOrWhiteSpace(added))
        {
            await verifier.RefusesAsync(token + added);
        }

        await verifier.RefusesAsync(token.Insert(dots.Last, added));
        await verifier.RefusesAsync(token.Insert(dots.First, added));
        await verifier.RefusesAsync(token.Insert(dots.Last + 1, added));
        await verifier.RefusesAsync(token.Insert(dots.Last + 20, added));
    }

    [Fact]
    public async Task The_bits_left_over_in_the_last_letter_are_zero()
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = Encoding.ASCII.GetString(forger.Token());
        var last = Letters.IndexOf(token[^1], StringComparison.Ordinal);
        for (var other = last + 1; other < last + 16; other++)
        {
            await verifier.RefusesAsync(token[..^1] + Letters[other]);
        }
    }

    [Fact]
    public async Task The_other_alphabet_of_base64_is_refused()
    {
        var token = "";
        for (var tries = 0; !token.AsSpan(token.LastIndexOf('.') + 1).ContainsAny('-', '_'); tries++)
        {
            token = Encoding.ASCII.GetString(forger.Token());
        }

        var at = token.LastIndexOf('.');
        await verifier.RefusesAsync(token[..at] + token[at..].Replace('-', '+').Replace('_', '/'));
    }

    [Theory]
    [InlineData("zero")]
    [InlineData("one")]
    [InlineData("order")]
    [InlineData("short")]
    [InlineData("long")]
    [InlineData("DER")]
    [InlineData("swapped")]
    [InlineData("of another text")]
    public async Task A_signature_of_another_shape_is_refused(string shape)
    {
        var input = Forger.SigningInput(forger.Header, Encoding.UTF8.GetBytes(forger.Payload().ToJsonString()));
        var signature = forger.Signature(input);
        await verifier.RefusesAsync(Forger.Join(input, shape switch
        {
            "zero" => new byte[64],
            "one" => [.. new byte[31], 1, .. new byte[31], 1],
            "order" => [.. P256Order, .. P256Order],
            "short" => signature[..63],
            "long" => [.. signature, 0],
            "DER" => Der(signature),
            "swapped" => [.. signature[32..], .. signature[..32]],
            _ => forger.Signature("another text"),
        }));
    }

    [Theory]
    [InlineData("order added")]
    [InlineData("zero")]
    [InlineData("neutral point")]
    [InlineData("short")]
    [InlineData("long")]
    [InlineData("zero before it")]
    [InlineData("base64url")]
    [InlineData("upper case")]
    [InlineData("space before it")]
    [InlineData("space after it")]
    [InlineData("without its letter")]
    [InlineData("list")]
    [InlineData("empty")]
    public async Task A_proof_value_of_another_shape_is_refused(string shape)
    {
        var json = JsonNode.Parse(Badge.New().Sign())!;
        var text = json["proof"]![0]!["proofValue"]!.GetValue<string>();
        Assert.True(Multibase.TryDecode(text, out var signature));
        var added = (new BigInteger(signature.AsSpan(32), isUnsigned: true) + Order).ToByteArray(isUnsigned: true);
        json["proof"]![0]!["proofValue"] = shape switch
        {
            "order added" => Multibase.Base58Btc([.. signature[..32], .. added, .. new byte[32 - added.Length]]),
            "zero" => Multibase.Base58Btc(new byte[64]),
            "neutral point" => Multibase.Base58Btc([1, .. new byte[63]]),
            "short" => Multibase.Base58Btc(signature.AsSpan(0, 63)),
            "long" => Multibase.Base58Btc([.. signature, 0]),
            "zero before it" => "z1" + text[1..],
            "base64url" => "u" + Base64Url.EncodeToString(signature),
            "upper case" => text.ToUpperInvariant(),
            "space before it" => " " + text,
            "space after it" => text + " ",
            "without its letter" => text[1..],
            "list" => new JsonArray(text),
            _ => "",
        };

        await verifier.RefusesAsync(json.ToJsonString());
    }

    // The order of the group of P-256 (FIPS 186-5): as r or s it is zero.
    private static byte[] P256Order => Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private static byte[] Der(byte[] signature)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }
}
