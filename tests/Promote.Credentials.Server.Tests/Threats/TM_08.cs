using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 8: a member stands twice, so that the reader who checks takes one and the reader who shows takes the other.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_08(PublicVerifier verifier) : IDisposable
{
    private const string List = "https://lists.example/1";

    private readonly Forger forger = new();

    public void Dispose()
    {
        verifier.Web.Web.Clear();
        forger.Dispose();
    }

    [Fact]
    public async Task The_documents_without_the_attack_are_taken()
    {
        await verifier.TakesAsync(Badge.New().Sign());
        await verifier.TakesAsync(forger.Token());
    }

    [Theory]
    [InlineData("issuer", "\"did:example:thief\"")]
    [InlineData("\\u0069ssuer", "\"did:example:thief\"")]
    [InlineData("name", "\"Diploma\"")]
    [InlineData("n\\u0061me", "\"Diploma\"")]
    [InlineData("validFrom", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("credentialSubject", "{}")]
    [InlineData("@context", "[]")]
    [InlineData("\\u0040context", "[]")]
    [InlineData("type", "[]")]
    [InlineData("proof", "[]")]
    [InlineData("id", "\"urn:uuid:00000000-0000-4000-8000-000000000000\"")]
    [InlineData("criteria", "{}")]
    [InlineData("proofValue", "\"z1\"")]
    [InlineData("cryptosuite", "\"none\"")]
    public async Task A_member_of_a_signed_document_that_stands_twice_is_refused_first_or_last(string member, string value)
    {
        var text = Encoding.UTF8.GetString(Badge.New().Sign());
        var name = System.Text.RegularExpressions.Regex.Unescape(member);
        var at = text.IndexOf($"\"{name}\":", StringComparison.Ordinal);
        var second = $"\"{member}\":{value},";

        await verifier.RefusesAsync(text.Insert(at, second));
        await verifier.RefusesAsync(text.Replace($"\"{name}\":", $"\"{member}\":", StringComparison.Ordinal).Insert(at, $"\"{name}\":{value},"));
    }

    [Theory]
    [InlineData("iss", "\"did:example:thief\"")]
    [InlineData("\\u0069ss", "\"did:example:thief\"")]
    [InlineData("jti", "\"urn:uuid:00000000-0000-4000-8000-000000000000\"")]
    [InlineData("nbf", "0")]
    [InlineData("exp", "4102444800")]
    [InlineData("sub", "\"did:example:thief\"")]
    [InlineData("issuer", "\"did:example:thief\"")]
    [InlineData("credentialSubject", "{}")]
    public async Task A_claim_of_a_token_that_stands_twice_is_refused_though_its_issuer_wrote_it(string claim, string value)
    {
        var payload = forger.Payload();
        payload["exp"] = 4102444801;
        payload["validUntil"] = "2100-01-01T00:00:01Z";
        var text = payload.ToJsonString();

        await verifier.RefusesAsync(forger.Token(payload: "{" + $"\"{claim}\":{value}," + text[1..]));
        await verifier.RefusesAsync(forger.Token(payload: text[..^1] + $",\"{claim}\":{value}" + "}"));
    }

    [Theory]
    [InlineData("encodedList", "\"uH4sI\"")]
    [InlineData("credentialSubject", "{}")]
    [InlineData("issuer", "\"did:example:other\"")]
    [InlineData("statusPurpose", "\"suspension\"")]
    public async Task A_member_of_a_status_list_that_stands_twice_makes_it_worth_nothing(string member, string value)
    {
        var badge = Badge.New().With(one => one.Json["credentialStatus"] = StatusLists.Entry(List));
        var list = Encoding.UTF8.GetString(badge.Signing(StatusLists.Of(List, badge.Json["issuer"]!["id"]!.GetValue<string>())));
        verifier.Web.Web[List] = Encoding.UTF8.GetBytes(list);
        await verifier.TakesAsync(badge.Sign());

        verifier.Web.Web[List] = Encoding.UTF8.GetBytes(list.Insert(list.IndexOf($"\"{member}\":", StringComparison.Ordinal), $"\"{member}\":{value},"));
        await verifier.RefusesAsync(badge.Sign());
    }

    [Theory]
    [InlineData("assertionMethod", "[]")]
    [InlineData("verificationMethod", "[]")]
    [InlineData("id", "\"did:web:thief.example\"")]
    public async Task A_member_of_a_DID_document_that_stands_twice_makes_it_worth_nothing(string member, string value)
    {
        const string Did = "did:web:school.example";
        const string Address = "https://school.example/.well-known/did.json";
        var document = $$"""
            {"@context":["https://www.w3.org/ns/did/v1"],"id":"{{Did}}",
             "verificationMethod":[{"id":"{{Did}}#key-1","type":"JsonWebKey","controller":"{{Did}}","publicKeyJwk":{{forger.Jwk.ToJsonString()}}}],"assertionMethod":["{{Did}}#key-1"]}
            """;
        var token = forger.Token($$"""{"alg":"ES256","kid":"{{Did}}#key-1","typ":"JWT"}""", Jwt.Payload(forger.Badge().With(badge => badge.Json["issuer"]!["id"] = Did)).ToJsonString());
        verifier.Web.Web[Address] = Encoding.UTF8.GetBytes(document);
        await verifier.TakesAsync(token);

        verifier.Web.Web[Address] = Encoding.UTF8.GetBytes(document.Insert(1, $"\"{member}\":{value},"));
        await verifier.RefusesAsync(token);
    }

    [Fact]
    public async Task A_key_set_whose_keys_stand_twice_is_worth_nothing()
    {
        const string Address = "https://school.example/.well-known/jwks.json";
        var token = forger.Token($$"""{"alg":"ES256","jwk":{{forger.Jwk.ToJsonString()}},"typ":"JWT"}""", Jwt.Payload(forger.Badge().With(badge => badge.Json["issuer"]!["id"] = "https://school.example/1")).ToJsonString());
        var keys = new JsonObject { ["keys"] = new JsonArray(forger.Jwk) }.ToJsonString();
        verifier.Web.Web[Address] = Encoding.UTF8.GetBytes(keys);
        await verifier.TakesAsync(token);

        verifier.Web.Web[Address] = Encoding.UTF8.GetBytes(keys.Insert(1, "\"keys\":[],"));
        await verifier.RefusesAsync(token);
    }

    [Theory]
    [InlineData("verifiableCredential")]
    [InlineData("options")]
    public async Task A_request_whose_member_stands_twice_is_refused(string member)
    {
        var body = $$$"""{"{{{member}}}":{},"verifiableCredential":{{{Encoding.UTF8.GetString(Badge.New().Sign())}}},"options":{}}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await verifier.Anonymous.PostAsync(PublicVerifier.CredentialDoor, content);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.False(PublicVerifier.Accepts(await answer.Content.ReadAsStringAsync()));
    }
}
