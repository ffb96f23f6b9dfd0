using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 4: the header asks for no signature, or for one that anybody can make from the public key.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_04(PublicVerifier verifier) : IDisposable
{
    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Fact]
    public Task The_token_without_the_attack_is_taken() => verifier.TakesAsync(forger.Token());

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("nOnE")]
    [InlineData("none ")]
    [InlineData("")]
    public async Task A_token_without_a_signature_is_refused_however_the_header_says_so(string algorithm)
    {
        var input = Forger.SigningInput(Header(algorithm), Encoding.UTF8.GetBytes(forger.Payload().ToJsonString()));

        await verifier.RefusesAsync($"{input}.");
        await verifier.RefusesAsync(input);
        await verifier.RefusesAsync(Forger.Join(input, forger.Signature(input)));
    }

    [Theory]
    [InlineData("HS256", "spki")]
    [InlineData("HS256", "pem")]
    [InlineData("HS256", "jwk")]
    [InlineData("HS256", "did")]
    [InlineData("HS384", "spki")]
    [InlineData("HS512", "pem")]
    public async Task The_public_key_is_no_shared_secret(string algorithm, string form)
    {
        var input = Forger.SigningInput(Header(algorithm), Encoding.UTF8.GetBytes(forger.Payload().ToJsonString()));
        var secret = form switch
        {
            "spki" => forger.Spki,
            "pem" => Encoding.ASCII.GetBytes(forger.Pem),
            "jwk" => Encoding.UTF8.GetBytes(forger.Jwk.ToJsonString()),
            _ => Encoding.UTF8.GetBytes(forger.Did),
        };
        var data = Encoding.ASCII.GetBytes(input);
        await verifier.RefusesAsync(Forger.Join(input, algorithm switch
        {
            "HS256" => HMACSHA256.HashData(secret, data),
            "HS384" => HMACSHA384.HashData(secret, data),
            _ => HMACSHA512.HashData(secret, data),
        }));
    }

    [Theory]
    [InlineData("\"ES256 \"")]
    [InlineData("\"es256\"")]
    [InlineData("\"ES256K\"")]
    [InlineData("\"ES384\"")]
    [InlineData("\"ES512\"")]
    [InlineData("\"RS256\"")]
    [InlineData("\"PS256\"")]
    [InlineData("\"EdDSA\"")]
    [InlineData("\"ES256\\u0000\"")]
    [InlineData("null")]
    [InlineData("256")]
    [InlineData("[\"ES256\"]")]
    [InlineData("{\"ES256\":true}")]
    public Task The_key_has_one_algorithm_and_another_name_for_it_is_refused(string algorithm) =>
        verifier.RefusesAsync(forger.Token($$"""{"alg":{{algorithm}},"kid":"{{forger.Method}}","typ":"JWT"}"""));

    [Fact]
    public Task A_header_without_an_algorithm_is_refused() => verifier.RefusesAsync(forger.Token($$"""{"kid":"{{forger.Method}}","typ":"JWT"}"""));

    [Theory]
    [InlineData("cryptosuite", "eddsa-jcs-2022")]
    [InlineData("cryptosuite", "ecdsa-rdfc-2019")]
    [InlineData("cryptosuite", "ecdsa-jcs-2019")]
    [InlineData("cryptosuite", "none")]
    [InlineData("cryptosuite", "")]
    [InlineData("type", "Ed25519Signature2020")]
    [InlineData("type", "Ed25519Signature2018")]
    [InlineData("type", "JsonWebSignature2020")]
    public async Task A_proof_under_the_name_of_another_suite_is_refused(string member, string value)
    {
        var json = JsonNode.Parse(Badge.New().Sign())!;
        json["proof"]![0]![member] = value;

        await verifier.RefusesAsync(json.ToJsonString());
    }

    private string Header(string algorithm) => $$"""{"alg":{{JsonSerializer.Serialize(algorithm)}},"kid":"{{forger.Method}}","typ":"JWT"}""";
}
