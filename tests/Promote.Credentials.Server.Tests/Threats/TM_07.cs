using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 7: a token that was made for one thing is handed in as another. Every type of token goes to every door.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_07(PublicVerifier verifier) : IDisposable
{
    private const string List = "https://lists.example/1";

    // What the header may say, and at which of our doors that is right; JWT is what Open Badges 3.0 writes for everything.
    private static readonly Dictionary<string, string[]> Types = new()
    {
        ["JWT"] = ["credential", "presentation", "status list"],
        ["vc+jwt"] = ["credential", "status list"],
        ["vp+jwt"] = ["presentation"],
        ["at+jwt"] = [],
        ["statuslist+jwt"] = [],
        ["openid4vci-proof+jwt"] = [],
        ["dc+sd-jwt"] = [],
        ["vc+sd-jwt"] = [],
        ["kb+jwt"] = [],
        ["dpop+jwt"] = [],
        ["secevent+jwt"] = [],
        ["logout+jwt"] = [],
        ["oauth-authz-req+jwt"] = [],
        ["entity-statement+jwt"] = [],
        ["jwk-set+jwt"] = [],
    };

    private static readonly string[] Doors = ["credential", "presentation", "status list", "key of the API"];

    private readonly Forger forger = new();

    public static TheoryData<string, string> OffTheDiagonal => Pairs(wanted: false);

    public static TheoryData<string, string> OnTheDiagonal => Pairs(wanted: true);

    public void Dispose()
    {
        verifier.Web.Web.Clear();
        forger.Dispose();
    }

    [Theory]
    [MemberData(nameof(OffTheDiagonal))]
    public async Task A_token_of_another_type_does_not_pass_a_door(string type, string door) => Assert.False(await PassesAsync(type, door));

    [Theory]
    [MemberData(nameof(OnTheDiagonal))]
    public async Task A_token_of_the_right_type_does(string type, string door) => Assert.True(await PassesAsync(type, door));

    [Theory]
    [InlineData("presentation", PublicVerifier.CredentialDoor)]
    [InlineData("assertion", PublicVerifier.CredentialDoor)]
    [InlineData("claims", PublicVerifier.CredentialDoor)]
    [InlineData("credential", PublicVerifier.PresentationDoor)]
    [InlineData("status list", PublicVerifier.PresentationDoor)]
    [InlineData("assertion", PublicVerifier.PresentationDoor)]
    [InlineData("claims", PublicVerifier.PresentationDoor)]
    [InlineData("claims", "/api/v1/verify")]
    public async Task What_a_token_holds_has_to_be_what_the_door_is_for(string content, string door)
    {
        var (status, body) = await verifier.HandInAsync(door, forger.Token(payload: Content(content)));

        Assert.InRange(status, 400, 499);
        Assert.False(PublicVerifier.Accepts(body), body);
    }

    [Fact]
    public async Task Documents_with_proofs_are_told_apart_too()
    {
        var (status, body) = await verifier.HandInAsync(PublicVerifier.PresentationDoor, Badge.New().Sign());

        Assert.Equal(400, status);
        Assert.False(PublicVerifier.Accepts(body), body);
    }

    private async Task<bool> PassesAsync(string type, string door)
    {
        var header = $$"""{"alg":"ES256","kid":"{{forger.Method}}","typ":"{{type}}"}""";
        switch (door)
        {
            case "credential":
                return await AcceptsAsync(PublicVerifier.CredentialDoor, forger.Token(header, Content("credential")));
            case "presentation":
                return await AcceptsAsync(PublicVerifier.PresentationDoor, forger.Token(header, Content("presentation")));
            case "status list":
                verifier.Web.Web[List] = forger.Token(header, Content("status list"));
                var badge = forger.Badge().With(one => one.Json["credentialStatus"] = StatusLists.Entry(List));
                return await AcceptsAsync("/api/v1/verify", forger.Token(payload: Jwt.Payload(badge).ToJsonString()));
            default:
                using (var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/awards"))
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Encoding.ASCII.GetString(forger.Token(header, Content("credential"))));
                    using var answer = await verifier.Anonymous.SendAsync(request);
                    Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                    return false;
                }
        }
    }

    private async Task<bool> AcceptsAsync(string door, byte[] token)
    {
        var (status, body) = await verifier.HandInAsync(door, token);
        Assert.True(status < 500, body);
        return PublicVerifier.Accepts(body);
    }

    private string Content(string name) => name switch
    {
        "credential" => forger.Payload().ToJsonString(),
        "presentation" => JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["@context"] = new[] { "https://www.w3.org/ns/credentials/v2" },
            ["type"] = new[] { "VerifiablePresentation" },
            ["holder"] = forger.Did,
            ["iss"] = forger.Did,
            ["verifiableCredential"] = new[] { JsonSerializer.Deserialize<JsonElement>(Badge.New().Sign()) },
        }),
        "status list" => StatusLists.Of(List, forger.Did).ToJsonString(),
        "assertion" => $$"""
            {"@context":"https://w3id.org/openbadges/v2","id":"https://thief.example/assertions/1","type":"Assertion","badge":"https://thief.example/badges/1",
             "verification":{"type":"signed","creator":"{{forger.Method}}"},"issuedOn":"2026-11-20T09:00:00Z",
             "recipient":{"type":"email","identity":"a@thief.example","hashed":false} }
            """,
        _ => $$"""{"iss":"{{forger.Did}}","sub":"{{forger.Did}}","aud":"https://here.example","scope":"awards:write","exp":4102444800}""",
    };

    private static TheoryData<string, string> Pairs(bool wanted)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (type, rightAt) in Types)
        {
            foreach (var door in Doors.Where(door => rightAt.Contains(door) == wanted))
            {
                pairs.Add(type, door);
            }
        }

        return pairs;
    }
}
