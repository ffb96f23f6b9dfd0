using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Verification;
using ProblemDetails = Promote.Credentials.Verification.ProblemDetails;

namespace Promote.Credentials.Server.VcApi;

/// <summary>The answer of the VC-API: 200 for what is verified, 400 with <c>problemDetails</c> for everything else, doubts included.</summary>
internal static class VerificationAnswer
{
    /// <summary>The answer to a body that cannot be read.</summary>
    public static IActionResult Unreadable(string member) =>
        VcApiJson.Answer(StatusCodes.Status400BadRequest, json => Problem(json, "Malformed request", $"The body is a JSON object whose member {member} is an object."));

    public static IActionResult Of(Report report) => report switch
    {
        { Rejection: { } rejection } => VcApiJson.Answer(StatusCodes.Status400BadRequest, json => Problem(json, "Not a credential", rejection.Detail)),
        { Outcome: Outcome.Valid or Outcome.ValidWithWarnings } => VcApiJson.Answer(StatusCodes.Status200OK, json =>
        {
            json.WriteBoolean("verified"u8, true);
            WriteChecks(json, report);
        }),
        _ => VcApiJson.Answer(StatusCodes.Status400BadRequest, json =>
        {
            json.WriteBoolean("verified"u8, false);
            WriteChecks(json, report);
            ProblemDetails.Write(json, report);
        }),
    };

    private static void WriteChecks(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("checks"u8);
        foreach (var check in report.Checks)
        {
            json.WriteStringValue(check.Id);
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings"u8);
        foreach (var check in report.Checks.Where(check => check.Outcome == CheckOutcome.Warning))
        {
            json.WriteStringValue(check.Detail);
        }

        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, string title, string detail)
    {
        json.WriteBoolean("verified"u8, false);
        json.WriteStartArray("problemDetails"u8);
        VcApiProblems.Write(json, VcApiProblems.ParsingError, title, detail);
        json.WriteEndArray();
    }
}
