using System.Text.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Status;

/// <summary>1EdTechRevocationList: a plain list of withdrawn ids, as trustworthy as the address that it is served from.</summary>
internal static class RevocationListStatus
{
    internal static async Task<Finding> JudgeAsync(JsonElement entry, Candidate candidate, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(entry.Text("id"), UriKind.Absolute, out var url))
        {
            return Finding.Failed("status.malformed", "What the document says about its withdrawal cannot be read.");
        }

        var answer = await candidate.Inquiry.Fetcher.FetchAsync(new FetchRequest(url, FetchKind.OpenBadgesObject), cancellationToken);
        var list = answer.Failure is null ? FetchedJson.Read(answer.Body).Member("revokedCredential") : default;
        if (list.ValueKind != JsonValueKind.Array)
        {
            return candidate.Open("status.unreadable", "The issuer can withdraw this credential, and its list of withdrawn ones could not be read or relied on.", answer.Failure is null ? "No list" : answer.Detail);
        }

        // An entry without `revoked` is a withdrawn one; `revoked: false` takes it back.
        return list.EnumerateArray().Any(one => one.Text("id") == candidate.Id && candidate.Id is not null && one.Member("revoked").ValueKind != JsonValueKind.False)
            ? Finding.Failed("status.revoked", "The issuer has withdrawn it: it does not count any more.", url.ToString())
            : Finding.Passed("status.inForce", "The issuer has neither withdrawn nor suspended this credential.", url.ToString());
    }
}
