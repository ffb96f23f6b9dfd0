using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Tests.Formats.DataModel;

namespace Promote.Credentials.Server.Tests.VcApi;

/// <summary><c>/vc-api</c>: platforms have credentials signed that they wrote themselves, in the name of their own issuer.</summary>
public sealed class IssueTests(RunningService service) : IClassFixture<RunningService>, IAsyncLifetime
{
    private readonly Platform platform = new(service.First);

    public static TheoryData<string> Refused => DataModelCases.Refused;

    public static TheoryData<string, string> Suites => new()
    {
        { "eddsa-rdfc-2022", "" },
        { "eddsa-jcs-2022", "" },
        { "ecdsa-rdfc-2019", "P-256" },
        { "ecdsa-rdfc-2019", "P-384" },
    };

    public Task InitializeAsync() => platform.TurnAsync(on: true);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task Every_suite_signs_both_versions_of_the_data_model_and_verifies_them(string suite, string curve)
    {
        foreach (var version in (int[])[1, 2])
        {
            var document = DataModelCases.Document("as it is", await platform.DidAsync(suite, curve));
            if (version == 1)
            {
                document["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1");
                document["issuanceDate"] = "2026-01-01T00:00:00Z";
            }

            var issued = await platform.IssuedAsync(document, new JsonObject { ["cryptosuite"] = suite });

            Assert.Equal(suite, (string)issued["proof"]![0]!["cryptosuite"]!);
            Assert.True(JsonNode.DeepEquals(document["credentialSubject"], issued["credentialSubject"]));
            Assert.Equal(HttpStatusCode.OK, (await platform.VerifyAsync(issued)).StatusCode);
            issued["credentialSubject"]!["id"] = "did:example:other";
            Assert.Equal(HttpStatusCode.BadRequest, (await platform.VerifyAsync(issued)).StatusCode);
        }
    }

    [Fact]
    public async Task A_JWT_comes_in_its_envelope()
    {
        var issued = await platform.IssuedAsync(DataModelCases.Document("as it is", await platform.DidAsync("vc+jwt")), new JsonObject { ["profile"] = "envelope" });

        Assert.Equal("EnvelopedVerifiableCredential", (string)issued["type"]!);
        Assert.StartsWith("data:application/vc+jwt,ey", (string)issued["id"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await platform.VerifyAsync(issued)).StatusCode);
        issued["id"] = (string)issued["id"]! + "x";
        Assert.Equal(HttpStatusCode.BadRequest, (await platform.VerifyAsync(issued)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_document_that_breaks_the_data_model_is_refused_with_a_pointer_to_it(string name)
    {
        using var answer = await platform.IssueAsync(DataModelCases.Document(name, await platform.DidAsync("eddsa-rdfc-2022")), null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problemDetails")[0];
        Assert.StartsWith("https://www.w3.org/TR/vc-data-model#", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("/credential", problem.GetProperty("pointer").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"credential":null}""")]
    [InlineData("""{"credential":"eyJ"}""")]
    [InlineData("""{"credential":[]}""")]
    [InlineData("""{"credential":{}}""")]
    [InlineData("""{"credential":{},"options":7}""")]
    [InlineData("""{"credential":{},"options":{"cryptosuite":7}}""")]
    [InlineData("""{"credential":{},"options":{"cryptosuite":"rsa-2018"}}""")]
    [InlineData("""{"credential":{},"options":{"profile":"other"}}""")]
    [InlineData("""{"credential":{"a":1,"a":2}}""")]
    [InlineData("""{""")]
    public async Task A_body_that_is_no_request_is_refused(string body)
    {
        using var answer = await service.First.PostAsync("/vc-api/credentials/issue", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_a_document_signed_in_the_name_of_another_issuer()
    {
        using var answer = await platform.IssueAsync(DataModelCases.Document("as it is", "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"), null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_of_another_kind_than_the_suite_asks_for_signs_nothing()
    {
        using var answer = await platform.IssueAsync(DataModelCases.Document("as it is", await platform.DidAsync("eddsa-rdfc-2022")), new JsonObject { ["cryptosuite"] = "ecdsa-rdfc-2019" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_document_with_status_is_suspended_reinstated_and_revoked_for_ever()
    {
        var issued = await platform.IssuedAsync(DataModelCases.Document("without an id", await platform.DidAsync("eddsa-rdfc-2022")), new JsonObject { ["profile"] = "bitstring" });
        var (revocation, suspension) = (issued["credentialStatus"]![0]!, issued["credentialStatus"]![1]!);
        Assert.NotEqual((string)revocation["statusListCredential"]!, (string)suspension["statusListCredential"]!);

        Assert.Equal((false, false), (await platform.BitAsync(revocation), await platform.BitAsync(suspension)));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(suspension, true));
        Assert.Equal((false, true), (await platform.BitAsync(revocation), await platform.BitAsync(suspension)));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(suspension, false));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(revocation, true));
        Assert.Equal(HttpStatusCode.OK, await platform.ChangeAsync(revocation, true));
        Assert.Equal((true, false), (await platform.BitAsync(revocation), await platform.BitAsync(suspension)));
        Assert.Equal(HttpStatusCode.Conflict, await platform.ChangeAsync(revocation, false));
    }

    [Fact]
    public async Task Verifying_tells_what_was_suspended()
    {
        var document = DataModelCases.Document("as it is", await platform.DidAsync("eddsa-rdfc-2022"));
        document["id"] = "urn:uuid:0d2b6a5e-6e0a-4f0e-9a55-6d1b1f0c7e10";
        var issued = await platform.IssuedAsync(document, new JsonObject { ["profile"] = "bitstring" });

        Assert.Equal(HttpStatusCode.OK, (await platform.VerifyAsync(issued)).StatusCode);
        await platform.ChangeAsync(issued["credentialStatus"]![1]!, true);
        Assert.Equal(HttpStatusCode.BadRequest, (await platform.VerifyAsync(issued)).StatusCode);
    }

    [Fact]
    public async Task A_status_entry_that_names_nothing_of_this_issuer_is_not_found()
    {
        var entry = JsonNode.Parse("""{"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"7","statusListCredential":"https://elsewhere.example/status/1"}""")!;

        Assert.Equal(HttpStatusCode.NotFound, await platform.ChangeAsync(entry, true));
    }

    [Fact]
    public async Task Status_entries_are_refused_where_the_document_brings_its_own()
    {
        var document = DataModelCases.Document("as it is", await platform.DidAsync("eddsa-rdfc-2022"));
        document["credentialStatus"] = JsonNode.Parse("""{"id":"https://example.org/status/1#1","type":"https://example.org/Status"}""");

        using var answer = await platform.IssueAsync(document, new JsonObject { ["profile"] = "bitstring" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_did_not_turn_it_on_signs_nothing_for_platforms()
    {
        await platform.TurnAsync(on: false);
        using var answer = await platform.IssueAsync(DataModelCases.Document("as it is", await platform.DidAsync("eddsa-rdfc-2022")), null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_without_a_key_gets_anything_signed()
    {
        using var answer = await service.Anonymous.PostAsJsonAsync("/vc-api/credentials/issue", new JsonObject { ["credential"] = DataModelCases.Document("as it is", "did:example:1") });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
