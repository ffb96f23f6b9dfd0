using System.Text.Json;

namespace Promote.Credentials.Verification;

/// <summary>What is wrong, in the words of the W3C (VC 2.0 §7.1, Bitstring Status List 1.0 §3.4): URLs that programs of others know.</summary>
public static class ProblemDetails
{
    private const string DataModel = "https://www.w3.org/TR/vc-data-model#";
    private const string StatusList = "https://www.w3.org/TR/vc-bitstring-status-list#";

    /// <summary>The type of a check's problem; null for one that has nothing to say.</summary>
    public static string? TypeOf(CheckResult check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.Outcome is CheckOutcome.Passed or CheckOutcome.Warning ? null : check switch
        {
            { Key: "format.unreadable" } => $"{DataModel}PARSING_ERROR",
            { Id: CheckIds.Format } when check.Facts.Any(fact => fact.Contains("JSON-LD", StringComparison.Ordinal)) => $"{DataModel}DATA_LOSS_DETECTION_ERROR",
            { Id: CheckIds.Format or CheckIds.Schema or CheckIds.Claims } => $"{DataModel}MALFORMED_VALUE_ERROR",
            { Id: CheckIds.ValidityDates } => $"{DataModel}RANGE_ERROR",
            { Id: CheckIds.Status, Key: "status.outside" } => $"{StatusList}RANGE_ERROR",
            { Id: CheckIds.Status, Outcome: CheckOutcome.NotChecked } => $"{StatusList}STATUS_RETRIEVAL_ERROR",
            { Id: CheckIds.Status } => $"{StatusList}STATUS_VERIFICATION_ERROR",
            _ => $"{DataModel}CRYPTOGRAPHIC_SECURITY_ERROR",
        };
    }

    /// <summary>Writes the member <c>problemDetails</c>: one object a problem, none where there is none.</summary>
    public static void Write(Utf8JsonWriter json, Report report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartArray("problemDetails"u8);
        foreach (var check in report.Checks)
        {
            if (TypeOf(check) is { } type)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, type);
                json.WriteString("title"u8, check.Title);
                json.WriteString("detail"u8, check.Detail);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }
}
