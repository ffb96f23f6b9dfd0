using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V016: every credential in a presentation is checked as if it had been handed in alone.</summary>
internal sealed class PresentedCheck() : Check("PC-V016", CheckIds.Presented, "Credentials shown")
{
    private const int MostCredentials = 16;

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.Family is not Presentation)
        {
            return null;
        }

        var shown = Shown(candidate.Document).ToList();
        if (shown.Count > MostCredentials || !candidate.Inquiry.CanGoDeeper)
        {
            return Finding.NotChecked("presented.many", "More credentials are shown at once than can be checked.", $"{shown.Count} credentials");
        }

        var parts = new List<Report>();
        foreach (var credential in shown)
        {
            parts.Add(await ReportAsync(credential, candidate, cancellationToken));
        }

        candidate.Parts = parts;
        return Judge(parts);
    }

    private static Finding Judge(List<Report> parts)
    {
        string[] facts = [.. parts.Index().Select(part => $"/verifiableCredential/{part.Index}: {ReportJson.NameOf(part.Item.Outcome)}")];
        return parts.Count == 0 ? Finding.Warning("presented.none", "No credential is shown.")
            : parts.Any(part => part.Outcome == Outcome.Invalid) ? Finding.Failed("presented.invalid", "At least one of the credentials shown is not valid.", facts)
            : parts.Any(part => part.Outcome == Outcome.Unconfirmed) ? Finding.NotChecked("presented.unconfirmed", "At least one of the credentials shown could not be confirmed.", facts)
            : parts.Any(part => part.Outcome == Outcome.ValidWithWarnings) ? Finding.Warning("presented.remarks", "The credentials shown are valid, with remarks.", facts)
            : Finding.Passed("presented.valid", "Every credential shown is valid.", facts);
    }

    // Version 1.1 nests lists where a JWT holds the presentation.
    private static IEnumerable<JsonElement> Shown(JsonElement presentation) =>
        presentation.Each("verifiableCredential").SelectMany(item => item.ValueKind == JsonValueKind.Array ? item.EnumerateArray() : Enumerable.Repeat(item, 1)).Take(MostCredentials + 1);

    private static async Task<Report> ReportAsync(JsonElement credential, Candidate candidate, CancellationToken cancellationToken)
    {
        var bytes = credential.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(credential.GetString()!) : JsonMarshal.GetRawUtf8Value(credential).ToArray();
        return Unwrapping.OpenText(bytes, Enclosure.None, out var submission) is { } rejection ? Report.Rejected(rejection)
            : submission is LinkSubmission ? Report.Rejected(new Rejection(RejectionKind.NotACredential, "", "An address is no credential."))
            : await candidate.Inquiry.Inside().RunAsync(submission!, CheckList.All, cancellationToken);
    }
}
