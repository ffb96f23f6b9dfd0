using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Server.Public.Verifying;

/// <summary>Checks a credential of any issuer, in any form. A bad one is answered too: 4xx is for what is no credential at all.</summary>
internal sealed class VerifyCredential(VerifySubmitted verify) : ControllerBase
{
    [HttpPost("/api/v1/verify"), RequestSizeLimit(SubmittedCredential.MaxRequestBytes)]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        var submitted = await SubmittedCredential.ReadAsync(Request, cancellationToken);
        if (!submitted.Granted)
        {
            return new Refused(submitted.Refusals);
        }

        var report = await verify.RunAsync(submitted.Value, cancellationToken);
        return report.Rejection is { } rejection
            ? new Refused(CodeOf(rejection.Kind), rejection.Pointer, rejection.Detail)
            : File(ReportJson.Write(report, static (json, credential) => credential.WriteTo(json)), MediaTypes.Json);
    }

    private static RefusalCode CodeOf(RejectionKind kind) => kind switch
    {
        RejectionKind.MalformedJson => RefusalCode.MalformedJson,
        RejectionKind.TooLarge => RefusalCode.TooLarge,
        _ => RefusalCode.NotACredential,
    };
}
