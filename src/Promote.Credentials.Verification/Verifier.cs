using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Verification.Keys;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>Bytes → report. A credential of this service and a stranger's go through the same checks.</summary>
/// <param name="dids">Finds keys that are not inside the identifier.</param>
/// <param name="ownRecords">What this service has itself issued.</param>
public sealed class Verifier(IDidResolver dids, IOwnRecords ownRecords)
{
    /// <summary>Most bytes of an input: 256 KiB.</summary>
    public const int MaxBytes = StrictJson.DefaultMaxBytes;

    private readonly IReadOnlyList<Check> checks = CheckList.With(ownRecords);

    /// <summary>Makes all checks. Whatever the input holds, the answer is a report and never an exception.</summary>
    /// <param name="input">An Open Badges 3.0 credential as JSON-LD, UTF-8. It must not change while the report lives.</param>
    /// <param name="request">When it has to be valid.</param>
    /// <param name="cancellationToken">Stops between two checks and in the ports.</param>
    public async Task<Report> VerifyAsync(ReadOnlyMemory<byte> input, VerificationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Intake.Read(input, out var document) is { } rejection)
        {
            return Rejected(rejection);
        }

        var proofs = DataIntegrityProof.Describe(document);
        var candidate = new Candidate
        {
            Utf8 = input,
            Document = document,
            Now = request.Now,
            Proofs = proofs,
            Keys = await KeyRing.CollectAsync(proofs.Select(proof => proof.VerificationMethod).OfType<string>(), dids, cancellationToken),
        };

        var results = new List<CheckResult>(checks.Count);
        foreach (var check in checks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await check.RunAsync(candidate, cancellationToken) is { } result)
            {
                results.Add(result);
            }
        }

        return new Report { Checks = results, Document = document };
    }

    private static Report Rejected(Rejection rejection) => new()
    {
        Rejection = rejection,
        Checks = [Checks.FormatCheck.Unreadable(rejection)],
    };
}
