using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public sealed class EndorsementTests
{
    private const string Achievement = "https://school.example/achievements/1";

    private readonly World world = new();

    [Fact]
    public async Task A_sound_endorsement_of_the_achievement_passes()
    {
        var report = await world.VerifyAsync(Endorsed(Endorsement(Achievement)).Sign());

        report.Says(Outcome.Valid, CheckIds.Endorsements, CheckOutcome.Passed);
    }

    [Fact]
    public async Task One_about_something_else_is_not_relied_on() =>
        (await world.VerifyAsync(Endorsed(Endorsement("https://school.example/achievements/2")).Sign())).Says(Outcome.ValidWithWarnings, CheckIds.Endorsements, CheckOutcome.Warning);

    [Fact]
    public async Task A_changed_one_is_not_relied_on()
    {
        var endorsement = Endorsement(Achievement);
        endorsement["credentialSubject"]!["endorsementComment"] = "The best there is.";

        (await world.VerifyAsync(Endorsed(endorsement).Sign())).Says(Outcome.ValidWithWarnings, CheckIds.Endorsements, CheckOutcome.Warning);
    }

    [Fact]
    public async Task An_endorsement_alone_is_a_credential_too()
    {
        var report = await world.VerifyAsync(Endorsement(Achievement).ToJsonString());

        report.Says(Outcome.Valid);
        Assert.Equal("endorsement", report.Kind);
    }

    [VectorsFact]
    public async Task The_published_endorsement_has_a_right_signature() =>
        Assert.Equal(CheckOutcome.Passed, (await world.VerifyAsync(Vectors.Read("open-badges/ob30/endorsement-valid.json"))).Check(CheckIds.Proof).Outcome);

    private static Badge Endorsed(JsonNode endorsement) => Badge.New().With(badge => badge.Achievement["endorsement"] = new JsonArray(endorsement.DeepClone()));

    private static JsonNode Endorsement(string about)
    {
        var endorser = Badge.New();
        var json = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ["id"] = "urn:uuid:7d3f6d1c-6c3e-4d5f-9f0a-6d4b5a1f3c11",
            ["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential"),
            ["name"] = "Endorsement",
            ["issuer"] = new JsonObject { ["id"] = DidKey.For(endorser.Key.PublicKey), ["type"] = new JsonArray("Profile"), ["name"] = "A Ministry" },
            ["validFrom"] = "2026-11-20T09:00:00Z",
            ["credentialSubject"] = new JsonObject { ["id"] = about, ["type"] = new JsonArray("EndorsementSubject"), ["endorsementComment"] = "Well made." },
        };
        return JsonNode.Parse(endorser.Signing(json))!;
    }
}
