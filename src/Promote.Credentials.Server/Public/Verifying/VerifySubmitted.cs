using Promote.Credentials.Server.Web.Metrics;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Verifying;

/// <summary>What somebody hands in → report. Nothing of it is kept.</summary>
internal sealed class VerifySubmitted(Verifier verifier, ServiceMetrics metrics, TimeProvider time)
{
    public async Task<Report> RunAsync(SubmittedCredential submitted, CancellationToken cancellationToken)
    {
        var request = new VerificationRequest { Now = time.GetUtcNow(), Profile = submitted.Profile, Holder = submitted.Holder };
        var report = await verifier.VerifyAsync(submitted.Input, request, cancellationToken);
        if (report.Rejection is null)
        {
            metrics.Verified(ReportJson.NameOf(report.Outcome));
        }

        return report;
    }
}
