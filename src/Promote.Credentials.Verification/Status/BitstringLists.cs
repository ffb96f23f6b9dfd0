using System.Text.Json;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Status;

/// <summary>
/// Bitstring Status List 1.0 §3.2: the list is a credential of its own. It counts when it is signed by the issuer of the credential, in
/// force, and about this purpose; anything else could be anybody's list.
/// </summary>
internal static class BitstringLists
{
    /// <summary>The bits of a list; null, with the reason, where it cannot be relied on.</summary>
    internal static async Task<(BitstringStatusList? Bits, string Why)> ReadAsync(Uri url, string purpose, Candidate candidate, CancellationToken cancellationToken)
    {
        var answer = await candidate.Inquiry.Fetcher.FetchAsync(new FetchRequest(url, FetchKind.StatusList), cancellationToken);
        if (answer.Failure is not null)
        {
            return (null, answer.Detail);
        }

        if (!candidate.Inquiry.CanGoDeeper || Unwrapping.OpenText(answer.Body, Enclosure.None, out var submission) is not null || submission is LinkSubmission)
        {
            return (null, "The list is no credential.");
        }

        var report = await candidate.Inquiry.Inside().RunAsync(submission!, CheckList.Inside, cancellationToken);
        return report.Outcome is Outcome.Invalid or Outcome.Unconfirmed || report.Document is not { } list
            ? (null, $"The list itself is {ReportJson.NameOf(report.Outcome)}.")
            : Read(list, url, purpose, candidate, answer.RetrievedAt);
    }

    private static (BitstringStatusList? Bits, string Why) Read(JsonElement list, Uri url, string purpose, Candidate candidate, DateTimeOffset? asOf)
    {
        var subject = list.Member("credentialSubject");
        if (!list.Names("type", "BitstringStatusListCredential") || !subject.Names("type", "BitstringStatusList"))
        {
            return (null, "The list is another kind of credential.");
        }

        if (list.IdOf("issuer") != candidate.IssuerId)
        {
            return (null, "The list is another issuer's.");
        }

        if (list.Text("id") is { } id && id != url.OriginalString)
        {
            return (null, "The list is another one.");
        }

        if (!subject.Names("statusPurpose", purpose))
        {
            return (null, "The list is for another purpose.");
        }

        return BitstringStatusList.TryDecode(subject.Text("encodedList") ?? "", out var bits, out var fault)
            ? (bits, $"{url}, status as of {Instants.Sentence(asOf ?? candidate.Now)}")
            : (null, $"The list cannot be decoded: {fault}.");
    }
}
