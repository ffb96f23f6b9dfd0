using System.Text.Json;

namespace Promote.Credentials.Verification;

/// <summary>The names that the Europass viewer has for checks and outcomes: concepts of the European Commission's lists.</summary>
internal static class EuropassChecks
{
    private const string Check = "http://data.europa.eu/snb/verification/";
    private const string Status = "http://data.europa.eu/snb/verification-status/";

    /// <summary>Writes the member <c>europass</c> of a check that has such a name.</summary>
    internal static void Write(Utf8JsonWriter json, CheckResult check)
    {
        if (ConceptOf(check.Id) is not { } concept)
        {
            return;
        }

        json.WriteStartObject("europass"u8);
        json.WriteString("type"u8, Check + concept);
        json.WriteString("status"u8, Status + check.Outcome switch
        {
            CheckOutcome.Warning when check.Id == CheckIds.Accreditation => "641f0c5e5d",
            CheckOutcome.Passed or CheckOutcome.Warning => "9895008394",
            CheckOutcome.Failed => "9d26eb9a37",
            _ => "641f0c5e5d",
        });
        json.WriteEndObject();
    }

    private static string? ConceptOf(string id) => id switch
    {
        CheckIds.Format => "2f5b89b96f",
        CheckIds.Proof => "f9c2016fe9",
        CheckIds.Holder => "1faf8d450f",
        CheckIds.Accreditation => "e2bbc86a28",
        CheckIds.ValidityDates => "94d828f160",
        CheckIds.Status => "271aef9eb4",
        _ => null,
    };
}
