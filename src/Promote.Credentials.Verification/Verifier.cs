using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>Bytes → report. A credential of this service and a stranger's go through the same checks.</summary>
/// <param name="dids">Finds keys that are not inside the identifier.</param>
/// <param name="ownRecords">What this service has itself issued.</param>
/// <param name="fetcher">Fetches what a document names.</param>
/// <param name="trustAnchors">Whose seals the operator trusts.</param>
/// <param name="time">Measures how long a verification takes.</param>
public sealed class Verifier(IDidResolver dids, IOwnRecords ownRecords, IFetcher fetcher, IReadOnlyList<SealTrustAnchor> trustAnchors, TimeProvider time)
{
    /// <summary>Makes all checks. Whatever the input holds, the answer is a report and never an exception.</summary>
    /// <param name="input">
    /// A credential in any form that is known here: JSON-LD, JWT, a sealed document, an assertion, a presentation, a picture or PDF with one of
    /// them inside, or an https URL of any of these, UTF-8 where it is text. It must not change while the report lives.
    /// </param>
    /// <param name="request">When it has to be valid, and what else is asked.</param>
    /// <param name="cancellationToken">Stops between two checks and in the ports.</param>
    public async Task<Report> VerifyAsync(ReadOnlyMemory<byte> input, VerificationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Unwrapping.Open(input, out var submission) is { } rejection)
        {
            return Report.Rejected(rejection);
        }

        using var budget = new FetchBudget(fetcher, time);
        return await new Inquiry(request, budget, dids, ownRecords, trustAnchors, ProcessorBudget.Next()).RunAsync(submission!, CheckList.All, cancellationToken);
    }
}
