using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Verification.Checks;

/// <summary>
/// PC-V006: endorsements are credentials of others inside the document; they stand on their own signatures. A bad one says nothing
/// against the badge, so it is a warning.
/// </summary>
internal sealed class EndorsementsCheck() : Check("PC-V006", CheckIds.Endorsements, "Endorsements")
{
    private const int MostEndorsements = 8;

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var found = Endorsed(candidate.Document, "").ToList();
        if (found.Count == 0)
        {
            return null;
        }

        if (found.Count > MostEndorsements || !candidate.Inquiry.CanGoDeeper)
        {
            return Finding.Warning("endorsements.many", "The document contains more statements by others than are checked.", $"{found.Count} endorsements");
        }

        var facts = new List<string>();
        var sound = 0;
        foreach (var (pointer, endorsed, endorsement) in found)
        {
            var (isSound, word) = await JudgeAsync(endorsement, endorsed, candidate, cancellationToken);
            sound += isSound ? 1 : 0;
            facts.Add($"{pointer}: {word}");
        }

        return sound == found.Count
            ? Finding.Passed("endorsements.sound", "The document contains statements by others about it, and each is signed by the one who makes it.", facts)
            : Finding.Warning("endorsements.unsound", "The document contains statements by others, and not all of them could be confirmed. Do not rely on them.", facts);
    }

    private static async Task<(bool IsSound, string Word)> JudgeAsync(JsonElement endorsement, string? endorsed, Candidate candidate, CancellationToken cancellationToken)
    {
        var bytes = endorsement.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(endorsement.GetString()!) : JsonMarshal.GetRawUtf8Value(endorsement).ToArray();
        if (Unwrapping.OpenText(bytes, Enclosure.None, out var submission) is not null || submission is LinkSubmission)
        {
            return (false, "no endorsement");
        }

        var report = await candidate.Inquiry.Inside().RunAsync(submission!, CheckList.Inside, cancellationToken);
        return report switch
        {
            { Kind: not "endorsement" } => (false, "no endorsement"),
            { Outcome: Outcome.Invalid or Outcome.Unconfirmed } => (false, ReportJson.NameOf(report.Outcome)),
            _ when endorsed is not null && report.Document?.Member("credentialSubject").Text("id") != endorsed => (false, "about something else"),
            _ => (true, ReportJson.NameOf(report.Outcome)),
        };
    }

    // An endorsement is about the object that it stands in (Open Badges 3.0 §B.2.1), whose id it repeats.
    private static IEnumerable<(string Pointer, string? Endorsed, JsonElement Endorsement)> Endorsed(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => IsEndorsement(member)
            ? element.Each(member.Name).Index().Select(one => ($"{pointer}/{member.Name}/{one.Index}", element.Text("id"), one.Item))
            : Endorsed(member.Value, $"{pointer}/{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(one => Endorsed(one.Item, $"{pointer}/{one.Index}")),
        _ => [],
    };

    private static bool IsEndorsement(JsonProperty member) => member.NameEquals("endorsement") || member.NameEquals("endorsementJwt");
}
