using System.Globalization;
using System.Text.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Status;

/// <summary>One entry of <c>credentialStatus</c>, by its type.</summary>
internal static class StatusEntries
{
    /// <summary>Most entries of one document that are looked up.</summary>
    internal const int Most = 4;

    internal static async Task<Finding> JudgeAsync(JsonElement entry, Candidate candidate, CancellationToken cancellationToken) => entry switch
    {
        _ when entry.Names("type", "BitstringStatusListEntry") => await OfBitstringAsync(entry, candidate, cancellationToken),
        _ when entry.Names("type", "1EdTechRevocationList") => await RevocationListStatus.JudgeAsync(entry, candidate, cancellationToken),
        _ => candidate.Open("status.unknownKind", "The issuer can withdraw this credential, in a way that cannot be looked up from here."),
    };

    private static async Task<Finding> OfBitstringAsync(JsonElement entry, Candidate candidate, CancellationToken cancellationToken)
    {
        // Bitstring Status List 1.0 §2.1; a number means the same and is what some write.
        var index = entry.Text("statusListIndex") ?? (entry.Member("statusListIndex").ValueKind == JsonValueKind.Number ? entry.Member("statusListIndex").GetRawText() : null);
        if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var bit)
            || index is ['0', _, ..]
            || entry.Text("statusPurpose") is not { } purpose
            || !Uri.TryCreate(entry.Text("statusListCredential"), UriKind.Absolute, out var url))
        {
            return Finding.Failed("status.malformed", "What the document says about its withdrawal cannot be read.");
        }

        if (purpose is not ("revocation" or "suspension"))
        {
            return Finding.Passed("status.otherPurpose", "The document names a list that says something else than whether it was withdrawn.", $"Purpose {purpose}");
        }

        var list = await BitstringLists.ReadAsync(url, purpose, candidate, cancellationToken);
        return list.Bits switch
        {
            null => candidate.Open("status.unreadable", "The issuer can withdraw this credential, and its list of withdrawn ones could not be read or relied on.", list.Why),
            { } bits when bit >= bits.Length => Finding.Failed("status.outside", "The document names a place that its issuer's list of withdrawn credentials does not have.", url.ToString()),
            { } bits when bits[bit] => purpose == "revocation"
                ? Finding.Failed("status.revoked", "The issuer has withdrawn it: it does not count any more.", url.ToString())
                : Finding.Failed("status.suspended", "The issuer has suspended it: it does not count for now.", url.ToString()),
            _ => Finding.Passed("status.inForce", "The issuer has neither withdrawn nor suspended this credential.", list.Why),
        };
    }
}
