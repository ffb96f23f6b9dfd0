using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public class IssuerIdentityCheckTests
{
    private const string School = "did:web:school.example";

    private readonly World world = new();

    [Fact]
    public async Task A_right_signature_of_somebody_else_fails()
    {
        using var thief = Badge.NewKey();
        var report = await world.VerifyAsync(Badge.New().Sign(thief, DidKey.VerificationMethodFor(thief.PublicKey)));

        report.Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
        Assert.Equal(CheckOutcome.Passed, report.Check(CheckIds.Proof).Outcome);
    }

    [Fact]
    public async Task A_did_web_issuer_is_known_by_the_keys_it_publishes()
    {
        var badge = OfSchool();
        world.Dids[School] = DidDocument.For(School, [badge.Key.PublicKey]);

        (await world.VerifyAsync(Signed(badge))).Says(Outcome.Valid);
    }

    [Fact]
    public async Task A_key_that_the_issuer_does_not_publish_fails()
    {
        var badge = OfSchool();
        using var other = Badge.NewKey();
        world.Dids[School] = DidDocument.For(School, [other.PublicKey]);

        (await world.VerifyAsync(Signed(badge))).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_looked_up_is_unconfirmed()
    {
        var report = await world.VerifyAsync(Signed(OfSchool()));

        report.Says(Outcome.Unconfirmed, CheckIds.IssuerIdentity, CheckOutcome.NotChecked);
        Assert.Equal(CheckOutcome.NotChecked, report.Check(CheckIds.Proof).Outcome);
        Assert.Null(report.Credential);
    }

    [Fact]
    public async Task A_key_inside_the_issuers_own_url_proves_nothing()
    {
        var badge = Badge.New().With(badge => badge.Json["issuer"]!["id"] = "https://school.example");
        var report = await world.VerifyAsync(badge.Sign(badge.Key, $"https://school.example#{badge.Key.PublicKey.Multikey}"));

        report.Says(Outcome.Unconfirmed, CheckIds.IssuerIdentity, CheckOutcome.NotChecked);
    }

    [Fact]
    public async Task A_did_key_may_be_named_without_its_fragment()
    {
        var badge = Badge.New();

        (await world.VerifyAsync(badge.Sign(badge.Key, DidKey.For(badge.Key.PublicKey)))).Says(Outcome.Valid);
    }

    [Fact]
    public async Task A_second_signature_of_somebody_else_fails()
    {
        var badge = Badge.New();
        using var witness = Badge.NewKey();
        var both = JsonNode.Parse(badge.Sign())!;
        var second = JsonNode.Parse(badge.Sign(witness, DidKey.VerificationMethodFor(witness.PublicKey)))!["proof"]![0]!;
        both["proof"]!.AsArray().Add(second.DeepClone());

        (await world.VerifyAsync(both.ToJsonString())).Says(Outcome.Invalid, CheckIds.IssuerIdentity, CheckOutcome.Failed);
    }

    [Fact]
    public async Task A_credential_without_a_signature_is_invalid()
    {
        var report = await world.VerifyAsync(Badge.New().Unsigned());

        report.Says(Outcome.Invalid, CheckIds.Proof, CheckOutcome.Failed);
        Assert.Equal(CheckOutcome.Failed, report.Check(CheckIds.IssuerIdentity).Outcome);
    }

    private static Badge OfSchool() => Badge.New().With(badge => badge.Json["issuer"]!["id"] = School);

    private static byte[] Signed(Badge badge) => badge.Sign(badge.Key, $"{School}#{badge.Key.PublicKey.Multikey}");
}
