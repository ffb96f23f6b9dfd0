using System.Text.Json.Nodes;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

public class VerifierTests
{
    private readonly World world = new();

    [Fact]
    public async Task A_credential_of_any_did_key_issuer_is_valid()
    {
        var report = await world.VerifyAsync(Badge.New().Sign());

        report.Says(Outcome.Valid);
        Assert.Equal([CheckIds.Format, CheckIds.Proof, CheckIds.IssuerIdentity, CheckIds.ValidityDates], report.Checks.Select(check => check.Id));
        Assert.Equal(["PC-V001", "PC-V002", "PC-V003", "PC-V004"], report.Checks.Select(check => check.Code));
        Assert.NotNull(report.Credential);
    }

    [Fact]
    public async Task Changing_any_text_makes_it_invalid()
    {
        var sound = JsonNode.Parse(Badge.New().Sign())!;
        foreach (var pointer in Leaves.Of(sound))
        {
            var report = await world.VerifyAsync(Leaves.Changed(sound, pointer));
            Assert.True(report.Outcome == Outcome.Invalid, $"{pointer} was changed: {report.Outcome}");
        }
    }

    [Fact]
    public async Task Nothing_that_a_document_can_hold_throws_or_stays_valid()
    {
        var sound = JsonNode.Parse(Badge.New().Sign())!;
        foreach (var mutant in Mutants.Of(sound))
        {
            var report = await world.VerifyAsync(mutant);
            Assert.NotEqual(Outcome.Valid, report.Outcome);
            Assert.NotEqual(Outcome.ValidWithWarnings, report.Outcome);
        }
    }

    [Fact]
    public async Task A_document_whose_signature_fails_is_not_handed_on_as_signed()
    {
        var badge = Badge.New();
        var report = await world.VerifyAsync(badge.SignWithoutCare());

        report.Says(Outcome.Invalid, CheckIds.Proof, CheckOutcome.Failed);
        Assert.Null(report.Credential);
        Assert.NotNull(report.Document);
    }

    [Fact]
    public async Task No_sentence_repeats_the_recipient()
    {
        var badge = Badge.New().With(badge =>
        {
            badge.Subject["id"] = "did:example:ana-popescu";
            badge.Subject["ana-popescu"] = "ana-popescu";
            badge.Subject["narrative"] = new JsonArray("ana-popescu");
        });
        var report = await world.VerifyAsync(badge.SignWithoutCare());

        report.Says(Outcome.Invalid);
        Assert.All(report.Checks, check => Assert.DoesNotContain("ana-popescu", check.Detail, StringComparison.Ordinal));
    }
}
