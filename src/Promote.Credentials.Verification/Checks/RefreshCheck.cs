using System.Text.Json;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V012: the issuer may offer a newer edition (Open Badges 3.0 §8.5). One that cannot be had changes nothing about this one.</summary>
internal sealed class RefreshCheck() : Check("PC-V012", CheckIds.Refresh, "Newer edition")
{
    private const string Known = "1EdTechCredentialRefresh";

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var service = candidate.Document.Each("refreshService").FirstOrDefault(one => one.Names("type", Known));
        if (service.ValueKind == JsonValueKind.Undefined)
        {
            return candidate.Document.Each("refreshService").Any()
                ? Finding.Warning("refresh.unknown", "The issuer may offer a newer edition, in a way that is not known here.")
                : null;
        }

        if (!Uri.TryCreate(service.Text("id"), UriKind.Absolute, out var url) || !candidate.Inquiry.CanGoDeeper)
        {
            return Unreachable("no address");
        }

        var answer = await candidate.Inquiry.Fetcher.FetchAsync(new FetchRequest(url, FetchKind.Credential), cancellationToken);
        if (answer.Failure is not null || Unwrapping.Open(answer.Body, out var submission) is not null || submission is LinkSubmission)
        {
            return Unreachable(answer.Detail);
        }

        var newer = await candidate.Inquiry.Inside().RunAsync(submission!, CheckList.Inside, cancellationToken);
        return newer.Outcome is Outcome.Invalid or Outcome.Unconfirmed || newer.Document is not { } document || !IsSameAward(candidate, document)
            ? Unreachable(ReportJson.NameOf(newer.Outcome))
            : Began(candidate, document) > Began(candidate, candidate.Document)
                ? Finding.Warning("refresh.newer", "The issuer has issued a newer edition of this credential: ask the holder for it.")
                : Finding.Passed("refresh.current", "The issuer confirms that this is the newest edition.");
    }

    // Open Badges 3.0 §9.4: the same issuer and the same id.
    private static bool IsSameAward(Candidate candidate, JsonElement newer) =>
        newer.Text("id") == candidate.Id && candidate.Family.IssuerId(newer) == candidate.IssuerId;

    private static DateTimeOffset? Began(Candidate candidate, JsonElement document) =>
        XsdDateTimeStamp.TryParse(document.Text(candidate.Family.ValidFrom), out var instant) ? instant : null;

    private static Finding Unreachable(string fact) =>
        Finding.Warning("refresh.unreachable", "The issuer says where a newer edition would be, and none that can be relied on could be had there.", fact);
}
