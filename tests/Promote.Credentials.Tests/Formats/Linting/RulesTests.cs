using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.Formats.Linting;

/// <summary>Each rule accepts what it should and finds what it should, alone.</summary>
public sealed class RulesTests
{
    private const string Subject = "/credentialSubject";
    private const string Achievement = "/credentialSubject/achievement";

    [Fact]
    public void The_golden_document_breaks_no_rule() => Assert.Empty(LintSample.Found(_ => { }));

    [Fact]
    public void PC_L004_wants_exactly_the_two_contexts_in_order()
    {
        Broken("PC-L004 /@context", document => document["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
        Broken("PC-L004 /@context", document => document["@context"]![1] = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json");
        Broken("PC-L004 /@context", document => document["@context"]!.AsArray().RemoveAt(1));
    }

    [Theory]
    [InlineData("http://credentials.example/v/1", false)]
    [InlineData("v/1", false)]
    [InlineData("https://credentials.example/v/1", true)]
    [InlineData("http://localhost:5000/v/1", true)]
    [InlineData("http://127.0.0.1:5000/v/1", true)]
    [InlineData("urn:uuid:0b0a4f3c-54b4-4f0f-8f0f-0d6a3a2f5a11", true)]
    public void PC_L005_wants_ids_that_others_can_trust_to_resolve(string id, bool isGood)
    {
        Assert.Equal(isGood, !LintSample.Found(document => document["id"] = id).Contains("PC-L005 /id"));
        Assert.Equal(isGood, !LintSample.Found(document => document.Achievement()["id"] = id).Contains($"PC-L005 {Achievement}/id"));
    }

    [Theory]
    [InlineData("2026-11-20T09:30:15.250Z")]
    [InlineData("2026-11-20T09:30:15+00:00")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-00T00:00:00Z")]
    public void PC_L006_wants_instants_in_whole_seconds_of_UTC(string instant)
    {
        Broken("PC-L006 /awardedDate", document => document["awardedDate"] = instant);
        Broken($"PC-L006 {Subject}/activityEndDate", document => document.Subject()["activityEndDate"] = instant);
    }

    [Theory]
    [InlineData("2026-11-20T09:30:15Z")]
    [InlineData("2026-11-20T09:30:14Z")]
    public void PC_L007_wants_the_end_after_the_beginning(string end)
    {
        Broken("PC-L007 /validUntil", document => document["validUntil"] = end);
        Fine(document => document["validUntil"] = "2026-11-20T09:30:16Z");
    }

    [Fact]
    public void PC_L008_wants_criteria_that_say_something()
    {
        Assert.Contains($"PC-L008 {Achievement}/criteria", LintSample.Found(document => document.Achievement()["criteria"] = new JsonObject()));
        Fine(document => document.Achievement()["criteria"] = new JsonObject { ["id"] = "https://credentials.promote.example/criteria" });
    }

    [Fact]
    public void PC_L009_wants_a_recipient()
    {
        Broken($"PC-L009 {Subject}", document => document.Subject().AsObject().Remove("identifier"));
        Fine(document =>
        {
            document.Subject().AsObject().Remove("identifier");
            document.Subject()["id"] = "did:example:holder";
        });
    }

    [Theory]
    [InlineData("hashed", "false")]
    [InlineData("salt", "\"Kosher\"")]
    [InlineData("identityHash", "\"ana.popescu@penitenciar.example\"")]
    [InlineData("identityHash", "\"md5$9e107d9d372bb6826bd81d3542a419d6\"")]
    public void PC_L010_wants_identifiers_hashed_with_a_real_salt(string member, string json) =>
        Broken($"PC-L010 {Subject}/identifier/1", document => document.Subject()["identifier"]![1]![member] = JsonNode.Parse(json));

    [Fact]
    public void PC_L011_wants_evidence_on_the_credential() =>
        Broken($"PC-L011 {Subject}/evidence", document => document.Subject()["evidence"] = document["evidence"]!.DeepClone());

    [Theory]
    [InlineData("ESCO:Skill", false)]
    [InlineData("ext:", false)]
    [InlineData("anything with ext:ESCOSkill in it", false)]
    [InlineData("ext:ESCOSkill", true)]
    [InlineData("CTDL", true)]
    public void PC_L012_wants_a_targetType_of_Open_Badges(string type, bool isGood)
    {
        var found = LintSample.Found(document => document.Achievement()["alignment"]![2]!["targetType"] = type);
        Assert.Equal(isGood ? [] : [$"PC-L012 {Achievement}/alignment/2/targetType"], found);
    }

    [Theory]
    [InlineData("TODO", false)]
    [InlineData(" string ", false)]
    [InlineData("Lorem ipsum dolor", false)]
    [InlineData("Dear {{ name }}", false)]
    [InlineData("[object Object]", false)]
    [InlineData("Todo o curso é prático", true)]
    [InlineData("String instruments", true)]
    public void PC_L013_finds_placeholders(string name, bool isGood) =>
        Assert.Equal(isGood ? [] : [$"PC-L013 {Achievement}/name"], LintSample.Found(document => document.Achievement()["name"] = name));

    [Theory]
    [InlineData("paid\u202Egpj.exe")]
    [InlineData("Ana\u200BPopescu")]
    [InlineData("bell\u0007")]
    [InlineData("mark\u200F")]
    public void PC_L014_finds_characters_that_nobody_sees(string name) =>
        Broken("PC-L014 /issuer/name", document => document["issuer"]!["name"] = name);

    [Fact]
    public void PC_L015_wants_results_that_the_achievement_describes() =>
        Broken($"PC-L015 {Subject}/result/1", document => document.Subject()["result"]![1]!["resultDescription"] = "https://credentials.promote.example/other#result-1");

    [Fact]
    public void PC_L016_wants_the_issuer_as_a_profile()
    {
        Broken("PC-L016 /issuer", document => document["issuer"] = "did:web:credentials.promote.example:issuers:cove");
        Broken("PC-L016 /issuer", document => document["issuer"]!.AsObject().Remove("url"));
    }

    [Fact]
    public void PC_L017_wants_no_member_that_says_nothing()
    {
        Broken($"PC-L017 {Achievement}/tag", document => document.Achievement()["tag"] = new JsonArray());
        Broken($"PC-L017 {Subject}/narrative", document => document.Subject()["narrative"] = " ");
        Broken("PC-L017 /description", document => document["description"] = null);
        Broken("PC-L017 /issuer/address", document => document["issuer"]!["address"] = new JsonObject());
    }

    [Fact]
    public void PC_L018_wants_links_that_run_no_script()
    {
        Broken("PC-L018 /evidence/0/id", document => document["evidence"]![0]!["id"] = "javascript:alert(1)");
        Broken("PC-L018 /issuer/url", document => document["issuer"]!["url"] = "did:web:example.org");
        Broken($"PC-L018 {Achievement}/alignment/4/targetUrl", document => document.Achievement()["alignment"]![4]!["targetUrl"] = "skills/1");
    }

    [Fact]
    public void PC_L019_wants_no_proof_yet() =>
        Broken("PC-L019 /proof", document => document["proof"] = new JsonObject { ["type"] = "DataIntegrityProof" });

    private static void Broken(string finding, Action<JsonNode> change) => Assert.Equal([finding], LintSample.Found(change));

    private static void Fine(Action<JsonNode> change) => Assert.Empty(LintSample.Found(change));
}
