using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Tests.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 37: a document that is made to keep a public verifier busy, or to make it ask the whole world.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_37(PublicVerifier verifier) : IDisposable
{
    private const int MostRequests = 8;

    private readonly Forger forger = new();

    public void Dispose()
    {
        verifier.Web.Web.Clear();
        verifier.Web.Failures.Clear();
        forger.Dispose();
    }

    [Theory]
    [InlineData("status lists")]
    [InlineData("schemas")]
    [InlineData("refresh services")]
    [InlineData("endorsements")]
    [InlineData("all of it")]
    public async Task A_document_that_names_hundreds_of_addresses_makes_at_most_eight_requests(string kind)
    {
        var badge = Badge.New();
        badge.Json["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        JsonArray Many(Func<int, JsonNode> one) => new([.. Enumerable.Range(0, 150).Select(one)]);
        if (kind is "status lists" or "all of it")
        {
            badge.Json["credentialStatus"] = Many(number => StatusLists.Entry($"https://h{number}.thief.example/list"));
        }

        if (kind is "schemas" or "all of it")
        {
            badge.Json["credentialSchema"] = Many(number => new JsonObject { ["id"] = $"https://h{number}.thief.example/schema", ["type"] = "JsonSchema" });
        }

        if (kind is "refresh services" or "all of it")
        {
            badge.Json["refreshService"] = Many(number => new JsonObject { ["id"] = $"https://h{number}.thief.example/new", ["type"] = "1EdTechCredentialRefresh" });
        }

        if (kind is "endorsements" or "all of it")
        {
            badge.Json["endorsementJwt"] = Many(number => Encoding.ASCII.GetString(Endorsement(number)));
        }

        foreach (var profile in (string[])["compat", "strict"])
        {
            verifier.Web.Fetched.Clear();
            var (status, body) = await verifier.HandInAsync($"/api/v1/verify?profile={profile}", badge.Sign());
            Assert.InRange(status, 200, 499);
            Assert.InRange(verifier.Web.Fetched.Count, 0, MostRequests);
            Assert.DoesNotContain("\"outcome\":\"valid\"", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100)]
    [InlineData(300)]
    public async Task A_presentation_of_many_credentials_shares_one_budget(int credentials)
    {
        var holder = Badge.New();
        var presentation = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = new JsonArray("VerifiablePresentation"),
            ["verifiableCredential"] = new JsonArray([.. Enumerable.Range(0, credentials).Select(number => (JsonNode)new JsonObject
            {
                ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["type"] = "VerifiableCredential", ["issuer"] = $"https://h{number}.thief.example",
                ["proof"] = new JsonObject { ["type"] = "DataIntegrityProof", ["cryptosuite"] = "eddsa-rdfc-2022", ["verificationMethod"] = $"https://h{number}.thief.example/key", ["proofPurpose"] = "assertionMethod", ["proofValue"] = "z1" },
                ["credentialSubject"] = new JsonObject { ["id"] = "urn:a" },
            })]),
        };
        verifier.Web.Fetched.Clear();
        var (status, _) = await verifier.HandInAsync("/api/v1/verify", Encoding.UTF8.GetBytes(presentation.ToJsonString()));

        Assert.InRange(status, 200, 499);
        Assert.InRange(verifier.Web.Fetched.Count, 0, MostRequests);
        await verifier.RefusesAsync(presentation.ToJsonString());
        await verifier.TakesAsync(holder.Sign());
    }

    [Theory]
    [InlineData("itself")]
    [InlineData("one another")]
    [InlineData("a longer one each time")]
    public async Task Documents_that_name_each_other_come_to_an_end(string whom)
    {
        for (var number = 0; number < 40; number++)
        {
            var next = whom switch { "itself" => number, "one another" => number ^ 1, _ => number + 1 };
            var list = StatusLists.Of($"https://thief.example/{number}", forger.Did);
            list["credentialStatus"] = StatusLists.Entry($"https://thief.example/{next}");
            verifier.Web.Web[$"https://thief.example/{number}"] = forger.Token($$"""{"alg":"ES256","kid":"{{forger.Method}}","typ":"vc+jwt"}""", list.ToJsonString());
        }

        verifier.Web.Fetched.Clear();
        var badge = forger.Badge().With(one => one.Json["credentialStatus"] = StatusLists.Entry("https://thief.example/0"));
        var (status, body) = await verifier.HandInAsync("/api/v1/verify", forger.Token(payload: Jwt.Payload(badge).ToJsonString()));

        Assert.True(status < 500, body);
        Assert.InRange(verifier.Web.Fetched.Count, 0, MostRequests);
    }

    [Theory]
    [InlineData("https://thief.example/link")]
    [InlineData("https://thief.example/chain")]
    public async Task A_link_to_a_link_is_not_followed_for_ever(string link)
    {
        verifier.Web.Web["https://thief.example/link"] = Encoding.UTF8.GetBytes("https://thief.example/link");
        verifier.Web.Web["https://thief.example/chain"] = Encoding.UTF8.GetBytes("https://thief.example/link");
        verifier.Web.Fetched.Clear();

        await verifier.RefusesAsync(link);
        Assert.InRange(verifier.Web.Fetched.Count, 0, 4 * MostRequests);
    }

    [Theory]
    [InlineData("contexts")]
    [InlineData("terms")]
    [InlineData("nested contexts")]
    [InlineData("scoped contexts")]
    [InlineData("types")]
    [InlineData("languages")]
    [InlineData("lists")]
    [InlineData("pattern")]
    public async Task What_makes_JSON_LD_or_a_schema_work_hard_is_answered(string what)
    {
        var badge = Badge.New();
        switch (what)
        {
            case "contexts":
                badge.Json["@context"] = new JsonArray([.. Enumerable.Repeat("https://www.w3.org/ns/credentials/v2", 5_000).Select(url => (JsonNode)url!)]);
                break;
            case "terms":
                badge.Json["@context"]!.AsArray().Add(new JsonObject(Enumerable.Range(0, 7_000).Select(number => KeyValuePair.Create<string, JsonNode?>($"t{number}", $"t{number + 1}:x"))));
                break;
            case "nested contexts":
                badge.Json["@context"]!.AsArray().Add(JsonNode.Parse(string.Concat(Enumerable.Repeat("""{"t":{"@id":"https://e.example/t","@context":""", 12)) + "{}" + new string('}', 24)));
                break;
            case "scoped contexts":
                badge.Subject["related"] = new JsonArray([.. Enumerable.Range(0, 1_500).Select(_ => (JsonNode)new JsonObject { ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["type"] = "Related", ["id"] = "urn:a" })]);
                break;
            case "types":
                badge.Json["type"] = new JsonArray([.. Enumerable.Range(0, 12_000).Select(number => (JsonNode)$"urn:t{number}"), "VerifiableCredential"]);
                break;
            case "languages":
                badge.Json["name"] = new JsonArray([.. Enumerable.Range(0, 4_000).Select(number => (JsonNode)new JsonObject { ["@value"] = $"n{number}", ["@language"] = "de" })]);
                break;
            case "lists":
                badge.Json["evidence"] = new JsonArray([.. Enumerable.Range(0, 2_500).Select(_ => (JsonNode)new JsonObject { ["type"] = new JsonArray("Evidence") })]);
                break;
            default:
                verifier.Web.Web["https://thief.example/schema"] = Encoding.UTF8.GetBytes("""{"$schema":"https://json-schema.org/draft/2019-09/schema","properties":{"name":{"pattern":"^(a+)+$"}}}""");
                badge.Json["name"] = new string('a', 5_000) + "!";
                badge.Json["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = "https://thief.example/schema", ["type"] = "1EdTechJsonSchemaValidator2019" });
                break;
        }

        await verifier.RefusesAsync(badge.SignWithoutCare());
        await verifier.TakesAsync(Badge.New().Sign());
    }

    [Theory]
    [InlineData(FetchFailure.TimedOut)]
    [InlineData(FetchFailure.TooLarge)]
    [InlineData(FetchFailure.TooManyRedirects)]
    [InlineData(FetchFailure.RefusedAddress)]
    public async Task An_issuer_whose_site_plays_games_is_not_confirmed(FetchFailure game)
    {
        verifier.Web.Failures["https://school.example/.well-known/did.json"] = game;
        var badge = Badge.New().With(one => one.Json["issuer"]!["id"] = "did:web:school.example");

        await verifier.RefusesAsync(badge.Sign(badge.Key, "did:web:school.example#key-1"));
    }

    private static byte[] Endorsement(int number)
    {
        using var other = new Forger();
        return other.Token($$"""{"alg":"ES256","kid":"https://h{{number}}.thief.example/key","typ":"JWT"}""", $$"""
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential","EndorsementCredential"],"issuer":"https://h{{number}}.thief.example","credentialSubject":{"id":"urn:a","type":"EndorsementSubject"} }
            """);
    }
}
