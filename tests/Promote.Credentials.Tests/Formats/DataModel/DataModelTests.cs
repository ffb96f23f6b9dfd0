using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Tests.Verification;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Formats.DataModel;

/// <summary>Documents that platforms write: what is not signed here is not verified here either.</summary>
public sealed class DataModelTests
{
    private static readonly PublicUrls Urls = new(new Uri("https://here.example"));
    private static readonly Cryptosuite Jcs = Cryptosuite.Find("eddsa-jcs-2022")!;

    public static TheoryData<string> Refused => DataModelCases.Refused;

    public static TheoryData<string> Taken => DataModelCases.Taken;

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_document_that_breaks_the_data_model_is_not_signed(string name) =>
        Assert.All(CredentialForms.All, form => Assert.False(Lint(form, DataModelCases.Document(name, "did:example:issuer")).Passed));

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_sound_document_may_be_signed_in_every_form(string name) =>
        Assert.All(CredentialForms.All, form => Assert.Empty(Lint(form, DataModelCases.Document(name, "did:example:issuer")).Findings));

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_document_that_breaks_the_data_model_is_not_verified_though_somebody_signed_it(string name)
    {
        var report = await new World().VerifyAsync(Signed(name));

        Assert.True(report.Rejection is not null || report.Outcome == Outcome.Invalid, $"{report.Outcome}");
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_sound_document_of_a_stranger_is_verified(string name)
    {
        var report = await new World().VerifyAsync(Signed(name));

        Assert.True(report.Outcome is Outcome.Valid or Outcome.ValidWithWarnings, string.Join('\n', report.Checks));
    }

    [Fact]
    public void The_table_has_the_cases_of_the_data_model() => Assert.True(DataModelCases.Refused.Count >= 75, $"{DataModelCases.Refused.Count}");

    [Fact]
    public void A_platform_gets_no_status_list_signed_under_any_name()
    {
        var document = DataModelCases.Document("as it is", "did:example:issuer");
        document["type"] = new JsonArray("VerifiableCredential", "Harmless");
        document["@context"]!.AsArray().Add(new JsonObject { ["Harmless"] = "https://www.w3.org/ns/credentials/status#BitstringStatusListCredential" });

        Assert.Contains(Lint(CredentialForms.All[0], document).Findings, finding => finding.Id == "PC-L082");
    }

    [Theory]
    [InlineData("proof", "PC-L019")]
    [InlineData("jti", "PC-L040")]
    [InlineData("iss", "PC-L040")]
    [InlineData("vc", "PC-L040")]
    public void What_signing_adds_may_not_be_there_yet(string member, string rule)
    {
        var document = DataModelCases.Document("a context with a vocabulary", "did:example:issuer");
        document[member] = "urn:uuid:86294362-4254-4f36-854f-3952fe42555d";

        Assert.Contains(Lint(CredentialForms.All[0], document).Findings, finding => finding.Id == rule);
    }

    private static LintVerdict Lint(CredentialForm form, JsonObject document) =>
        Linter.Lint(Writer.Write(form, JsonSerializer.Deserialize<JsonElement>(document.ToJsonString()), [], Urls));

    // By JCS, which signs any JSON.
    private static byte[] Signed(string name)
    {
        var key = Badge.NewKey();
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(DataModelCases.Document(name, DidKey.For(key.PublicKey)).ToJsonString()));
        var options = new ProofOptions { VerificationMethod = DidKey.VerificationMethodFor(key.PublicKey), Created = Badge.IssuedAt };
        return DataIntegrityProof.Secure(document.RootElement, Jcs.CanonicalDocument(document.RootElement), Jcs, options, key);
    }
}
