using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

/// <summary>The badges that the 1EdTech reference validator is tested with.</summary>
public class PublishedBadgesTests
{
    private readonly World world = new();

    // The reference validator takes a key from the URL fragment of an https issuer on trust; here nothing is taken on trust.
    [VectorsTheory]
    [InlineData("ob30/simple.json", Outcome.Unconfirmed)]
    [InlineData("ob30/simple-context-version.json", Outcome.Unconfirmed)]
    [InlineData("ob30/simple-did-key-method.json", Outcome.Invalid)]
    [InlineData("ob30/simple-err-context.json", Outcome.Invalid)]
    [InlineData("ob30/simple-err-expired.json", Outcome.Invalid)]
    [InlineData("ob30/simple-err-proof-value.json", Outcome.Invalid)]
    [InlineData("golden/promote-unsigned.json", Outcome.Invalid)]
    public async Task A_published_badge_gets_its_outcome(string file, Outcome expected)
    {
        var report = await world.VerifyAsync(Vectors.Read($"open-badges/{file}"));

        Assert.Null(report.Rejection);
        report.Says(expected);
    }

    [VectorsFact]
    public async Task With_the_issuers_key_at_hand_the_signature_of_the_published_badge_holds()
    {
        var report = await world.VerifyAsync(Vectors.Read("open-badges/ob30/simple-did-key-method.json"));

        Assert.Equal(CheckOutcome.Passed, report.Check(CheckIds.Proof).Outcome);
        Assert.Equal(CheckOutcome.Failed, report.Check(CheckIds.IssuerIdentity).Outcome);
    }
}
