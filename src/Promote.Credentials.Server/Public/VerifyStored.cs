using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Metrics;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public;

/// <summary>Stored bytes → report, by the checks that a stranger's credential gets.</summary>
internal sealed class VerifyStored(Verifier verifier, ServiceMetrics metrics, TimeProvider time)
{
    public async Task<Report> RunAsync(StoredCredential stored, CancellationToken cancellationToken)
    {
        var report = stored.Utf8 is { } utf8
            ? await verifier.VerifyAsync(utf8, new VerificationRequest { Now = time.GetUtcNow() }, cancellationToken)
            : Report.DamagedRecord;
        metrics.Verified(ReportJson.NameOf(report.Outcome));
        return report;
    }
}
