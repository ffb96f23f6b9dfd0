using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Metrics;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>Stored bytes → report, by the checks that a stranger's credential gets.</summary>
internal sealed class VerifyStored(Verifier verifier, RecentReports recent, ServiceMetrics metrics, TimeProvider time)
{
    public async Task<Report> RunAsync(StoredCredential stored, CancellationToken cancellationToken)
    {
        var report = stored.Utf8 is not { } utf8 ? Report.DamagedRecord : recent.Find(stored) ?? await VerifyAsync(stored, utf8, cancellationToken);
        metrics.Verified(ReportJson.NameOf(report.Outcome));
        return report;
    }

    private async Task<Report> VerifyAsync(StoredCredential stored, byte[] utf8, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(utf8, new VerificationRequest { Now = time.GetUtcNow() }, cancellationToken);
        recent.Keep(stored, report);
        return report;
    }
}
