using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public sealed class PresentationTests
{
    private static readonly Cryptosuite Suite = Cryptosuite.Find("eddsa-rdfc-2022")!;

    private readonly World world = new();
    private readonly SigningKey holder = Badge.NewKey();

    [Fact]
    public async Task Every_credential_shown_is_checked_for_itself()
    {
        var report = await world.VerifyAsync(Shown(Badge.New().Sign(), Badge.New().Sign()));

        report.Says(Outcome.Valid, CheckIds.Presented, CheckOutcome.Passed);
        Assert.Equal("presentation", report.Kind);
        Assert.Equal(2, report.Parts.Count);
        Assert.All(report.Parts, part => Assert.Equal(Outcome.Valid, part.Outcome));
    }

    [Fact]
    public async Task One_bad_credential_makes_the_whole_invalid()
    {
        var report = await world.VerifyAsync(Shown(Badge.New().Sign(), Badge.New().With(badge => badge.Json["validUntil"] = "2026-11-20T10:00:00Z").Sign()));

        report.Says(Outcome.Invalid, CheckIds.Presented, CheckOutcome.Failed);
        Assert.Equal([Outcome.Valid, Outcome.Invalid], report.Parts.Select(part => part.Outcome));
    }

    [Theory]
    [InlineData("challenge-1", "shop.example", Outcome.Valid)]
    [InlineData("challenge-2", "shop.example", Outcome.Invalid)]
    [InlineData("challenge-1", "other.example", Outcome.Invalid)]
    public async Task It_is_for_one_challenge_and_one_domain(string challenge, string domain, Outcome expected)
    {
        var shown = Shown(Badge.New().Sign());

        (await world.VerifyAsync(shown, new VerificationRequest { Now = world.Now, Challenge = challenge, Domain = domain })).Says(expected);
    }

    [Fact]
    public async Task A_proof_for_another_purpose_is_no_presentation() =>
        (await world.VerifyAsync(Shown("assertionMethod", Badge.New().Sign()))).Says(Outcome.Invalid, CheckIds.Proof, CheckOutcome.Failed);

    [Fact]
    public async Task A_proof_of_somebody_else_than_the_holder_fails()
    {
        using var thief = Badge.NewKey();

        (await world.VerifyAsync(Signed(Presentation(DidKey.For(thief.PublicKey), Badge.New().Sign()), "authentication"))).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("challenge-1", "shop.example", Outcome.Valid)]
    [InlineData("challenge-2", "shop.example", Outcome.Invalid)]
    [InlineData("challenge-1", "other.example", Outcome.Invalid)]
    public async Task As_a_jwt_too_it_is_for_one_challenge_and_one_domain(string challenge, string domain, Outcome expected)
    {
        var payload = Presentation(DidKey.For(Jwt.Key.PublicKey), Badge.New().Sign());
        payload["iss"] = DidKey.For(Jwt.Key.PublicKey);
        payload["nonce"] = "challenge-1";
        payload["aud"] = "shop.example";
        var jwt = Jwt.Sign(payload, DidKey.VerificationMethodFor(Jwt.Key.PublicKey), type: "vp+jwt");

        (await world.VerifyAsync(jwt, new VerificationRequest { Now = world.Now, Challenge = challenge, Domain = domain })).Says(expected);
    }

    [Fact]
    public async Task Presentations_in_presentations_end_somewhere()
    {
        var nested = Shown(Badge.New().Sign());
        for (var i = 0; i < 6; i++)
        {
            nested = Shown(nested);
        }

        Assert.NotEqual(Outcome.Valid, (await world.VerifyAsync(nested)).Outcome);
    }

    private byte[] Shown(params byte[][] credentials) => Shown("authentication", credentials);

    private byte[] Shown(string purpose, params byte[][] credentials) => Signed(Presentation(DidKey.For(holder.PublicKey), credentials), purpose);

    private static JsonObject Presentation(string holder, params byte[][] credentials) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiablePresentation"),
        ["holder"] = holder,
        ["verifiableCredential"] = new JsonArray([.. credentials.Select(credential => JsonNode.Parse(credential))]),
    };

    private byte[] Signed(JsonObject presentation, string purpose)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(presentation.ToJsonString()));
        var options = new ProofOptions
        {
            VerificationMethod = DidKey.VerificationMethodFor(holder.PublicKey), Created = Badge.IssuedAt, ProofPurpose = purpose, Challenge = "challenge-1", Domain = "shop.example",
        };
        return DataIntegrityProof.Secure(document.RootElement, Suite.CanonicalDocument(document.RootElement), Suite, options, holder);
    }
}
