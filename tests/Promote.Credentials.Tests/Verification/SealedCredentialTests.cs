using System.Text;
using Promote.Credentials.Tests.Proofs.Jades;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

/// <summary>European Digital Credentials of others.</summary>
public sealed class SealedCredentialTests
{
    private readonly World world = new() { Now = new DateTimeOffset(2025, 2, 12, 12, 30, 0, TimeSpan.Zero) };

    [VectorsTheory]
    [InlineData(OfficialSeals.Participation)]
    [InlineData(OfficialSeals.MicroCredential)]
    public async Task A_published_sample_is_intact_and_stamped_and_not_anchored(string name)
    {
        var report = await world.VerifyAsync(OfficialSeals.Read(name));

        report.Says(Outcome.Unconfirmed);
        Assert.Equal(("europass", "seal"), (report.Kind, report.SecuredBy));
        Assert.Equal(CheckOutcome.Passed, report.Check(CheckIds.Proof).Outcome);
        Assert.Equal(CheckOutcome.NotChecked, report.Check(CheckIds.IssuerIdentity).Outcome);
        Assert.Equal("timeStamp.unanchored", report.Check(CheckIds.TimeStamp).Key);
        Assert.Equal(CheckOutcome.Warning, report.Check(CheckIds.Format).Outcome);
        Assert.Equal(CheckOutcome.Warning, report.Check(CheckIds.Qualified).Outcome);
    }

    [VectorsFact]
    public async Task With_the_authorities_trusted_the_seal_is_anchored_and_its_time_proven()
    {
        world.Anchors.Add(OfficialSeals.SealAuthority(isQualified: false));
        world.Anchors.Add(OfficialSeals.TimeAuthority);
        var report = await world.VerifyAsync(OfficialSeals.Read(OfficialSeals.Participation));

        Assert.Equal(CheckOutcome.Passed, report.Check(CheckIds.IssuerIdentity).Outcome);
        Assert.Equal("timeStamp.proven", report.Check(CheckIds.TimeStamp).Key);
    }

    [VectorsFact]
    public async Task The_impossible_duration_and_birth_date_of_a_sample_are_told()
    {
        var facts = (await world.VerifyAsync(OfficialSeals.Read(OfficialSeals.MicroCredential))).Check(CheckIds.Format).Facts;

        Assert.Contains(facts, fact => fact.Contains("volumeOfLearning", StringComparison.Ordinal) || fact.Contains("duration", StringComparison.OrdinalIgnoreCase));
    }

    [VectorsFact]
    public async Task One_changed_letter_breaks_the_seal()
    {
        var text = Encoding.UTF8.GetString(OfficialSeals.Read(OfficialSeals.Participation));
        var at = text.IndexOf("EuropeanDigitalCredential", StringComparison.Ordinal) + 60;
        var report = await world.VerifyAsync(text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..]);

        Assert.True(report.Rejection is not null || report.Check(CheckIds.Proof).Outcome == CheckOutcome.Failed);
        Assert.Equal(Outcome.Invalid, report.Outcome);
        Assert.Null(report.Credential);
    }
}
