using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

internal static class ReportAssert
{
    public static CheckResult Check(this Report report, string id) => Assert.Single(report.Checks, check => check.Id == id);

    public static void Says(this Report report, Outcome outcome) =>
        Assert.True(report.Outcome == outcome, $"{report.Outcome}:\n{string.Join('\n', report.Checks.Select(check => $"{check} {string.Join("; ", check.Facts)}"))}");

    public static void Says(this Report report, Outcome outcome, string checkId, CheckOutcome checkOutcome)
    {
        report.Says(outcome);
        Assert.Equal(checkOutcome, report.Check(checkId).Outcome);
    }
}
