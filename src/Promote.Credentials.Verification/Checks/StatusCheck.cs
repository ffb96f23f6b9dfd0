using System.Text.Json;
using Promote.Credentials.Verification.Ports;
using Promote.Credentials.Verification.Status;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V005: it was not withdrawn. What this service issued it knows itself; of others it reads the lists. A list that cannot be read leaves it open.</summary>
internal sealed class StatusCheck() : Check("PC-V005", CheckIds.Status, "Withdrawal")
{
    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (await candidate.OwnRecordAsync(cancellationToken) is { State: OwnRecordState.Kept, Standing: { } standing })
        {
            return OfOwn(standing);
        }

        if (candidate.Securing.JudgeStatus(candidate) is { } byForm)
        {
            return byForm;
        }

        var entries = candidate.Document.Each("credentialStatus").ToList();
        var findings = new List<Finding>();
        foreach (var entry in entries.Take(StatusEntries.Most))
        {
            findings.Add(await StatusEntries.JudgeAsync(entry, candidate, cancellationToken));
        }

        if (entries.Count > StatusEntries.Most)
        {
            findings.Add(candidate.Open("status.many", "The document names more lists of withdrawn credentials than are looked up."));
        }

        return findings.MaxBy(finding => finding.Outcome.Weight());
    }

    private static Finding OfOwn(OwnStanding standing)
    {
        var (since, reason) = (standing.Since ?? default, standing.Reason ?? "");
        return standing.State switch
        {
            OwnStandingState.InForce => Finding.Passed("status.inForce", "The issuer has neither withdrawn nor suspended this credential."),
            OwnStandingState.Restoring => Finding.NotChecked("status.restoring", "Whether the issuer withdrew this credential cannot be told now, because records of this service are being restored."),
            OwnStandingState.Suspended => Finding.Failed("status.ownSuspended", $"The issuer has suspended this credential since {Instants.Sentence(since)}, for this reason: {reason}").With("since", since).With("reason", reason),
            OwnStandingState.Replaced => Finding.Failed("status.ownReplaced", $"The issuer replaced this credential by another one on {Instants.Sentence(since)}, for this reason: {reason}").With("since", since).With("reason", reason),
            _ => Finding.Failed("status.ownRevoked", $"The issuer withdrew this credential on {Instants.Sentence(since)}, for this reason: {reason}").With("since", since).With("reason", reason),
        };
    }
}
