using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.VcApi;

/// <summary>VC-API: verifies a credential of any issuer. Unlike <c>/api/v1/verify</c> it answers a failed verification with 400, as the test suites of the W3C want.</summary>
internal sealed class VerifyCredential(Verifier verifier, TimeProvider time) : ControllerBase
{
    private const string Member = "verifiableCredential";

    [HttpPost("/vc-api/credentials/verify")]
    public async Task<IActionResult> RunAsync(CancellationToken cancellationToken) =>
        await VerificationRequestBody.ReadAsync(Request, Member, cancellationToken) is { } body
            ? VerificationAnswer.Of(await verifier.VerifyAsync(body.Document, new VerificationRequest { Now = time.GetUtcNow() }, cancellationToken))
            : VerificationAnswer.Unreadable(Member);
}
