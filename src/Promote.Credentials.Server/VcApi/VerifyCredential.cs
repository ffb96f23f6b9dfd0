using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.VcApi;

/// <summary>VC-API: verifies a credential of any issuer. Unlike <c>/api/v1/verify</c> it answers a failed verification with 400, as the test suites of the W3C want.</summary>
internal sealed class VerifyCredential(Verifier verifier, TimeProvider time) : ControllerBase
{
    private const string Member = "verifiableCredential";

    [HttpPost("/vc-api/credentials/verify")]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await VerificationRequestBody.ReadAsync(Request, Member, cancellationToken) is not { } body)
        {
            return VerificationAnswer.Unreadable(Member);
        }

        var report = await verifier.VerifyAsync(body.Document, new VerificationRequest { Now = time.GetUtcNow() }, cancellationToken);
        return report.IsPresentation ? VerificationAnswer.Unreadable(Member) : VerificationAnswer.Of(report);
    }
}
