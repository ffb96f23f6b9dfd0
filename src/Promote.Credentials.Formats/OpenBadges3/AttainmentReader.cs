using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3.Views;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>
/// Reads what <see cref="Reader"/> leaves out of an OpenBadgeCredential because it is the recipient's: results, evidence,
/// narrative. A reader of its own, so that no public page gets it by the way. Never throws for a strange document.
/// </summary>
public static class AttainmentReader
{
    /// <summary>Reads a credential, signed or not.</summary>
    public static AttainmentView Read(JsonElement credential)
    {
        var subject = credential.Part("credentialSubject");
        return new()
        {
            Results = [.. subject.Items("result").Select(ReadResult)],
            Evidence = [.. credential.Items("evidence").Select(ReadEvidence)],
            Narrative = subject.Text("narrative"),
        };
    }

    private static ResultView ReadResult(JsonElement result) => new()
    {
        Description = result.Text("resultDescription"),
        Value = result.Text("value") ?? result.Text("status"),
        AchievedLevel = result.Text("achievedLevel"),
    };

    private static EvidenceView ReadEvidence(JsonElement evidence) => evidence.ValueKind == JsonValueKind.String
        ? new() { Id = evidence.GetString() }
        : new() { Id = evidence.Text("id"), Name = evidence.Text("name"), Description = evidence.Text("description"), Narrative = evidence.Text("narrative") };
}
