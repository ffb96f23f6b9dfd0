using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Json;
using Promote.Credentials.Server.Web.Metrics;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Verify;

/// <summary>Checks a credential of any issuer. A bad one is answered too: 4xx is for what is no credential at all.</summary>
internal sealed class VerifyCredential(Verifier verifier, ServiceMetrics metrics, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/verify")]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!Request.HasJsonContentType() && Request.ContentType != "application/vc")
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", "Send the credential as application/vc, application/ld+json or application/json.");
        }

        var utf8 = await ReceivedBody.ReadAsync(Request, cancellationToken);
        var report = await verifier.VerifyAsync(utf8, new VerificationRequest { Now = time.GetUtcNow() }, cancellationToken);
        if (report.Rejection is { } rejection)
        {
            return new Refused(CodeOf(rejection.Kind), rejection.Pointer, rejection.Detail);
        }

        metrics.Verified(ReportJson.NameOf(report.Outcome));
        return File(ReportJson.Write(report, static (json, credential) => credential.WriteTo(json)), "application/json; charset=utf-8");
    }

    private static RefusalCode CodeOf(RejectionKind kind) => kind switch
    {
        RejectionKind.MalformedJson => RefusalCode.MalformedJson,
        RejectionKind.TooLarge => RefusalCode.TooLarge,
        _ => RefusalCode.NotACredential,
    };
}
