using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.VcApi;

/// <summary>VC-API: verifies a presentation, with the challenge and the domain that it was asked for.</summary>
internal sealed class VerifyPresentation(Verifier verifier, TimeProvider time) : ControllerBase
{
    private const string Member = "verifiablePresentation";

    [HttpPost("/vc-api/presentations/verify")]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken)
    {
        if (await VerificationRequestBody.ReadAsync(Request, Member, cancellationToken) is not { } body)
        {
            return VerificationAnswer.Unreadable(Member);
        }

        var request = new VerificationRequest { Now = time.GetUtcNow(), Challenge = body.Challenge, Domain = body.Domain };
        var report = await verifier.VerifyAsync(body.Document, request, cancellationToken);
        return report is { Rejection: null, IsPresentation: false } ? VerificationAnswer.Unreadable(Member) : VerificationAnswer.Of(report);
    }
}
