using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Verification;
using ProblemDetails = Promote.Credentials.Verification.ProblemDetails;

namespace Promote.Credentials.Server.VcApi;

/// <summary>The answer of the VC-API: 200 for what is verified, 400 with <c>problemDetails</c> for everything else, doubts included.</summary>
internal static class VerificationAnswer
{
    private const string ParsingError = "https://www.w3.org/TR/vc-data-model#PARSING_ERROR";

    /// <summary>The answer to a body that cannot be read.</summary>
    public static IActionResult Unreadable(string member) =>
        Answer(StatusCodes.Status400BadRequest, json => Problem(json, ParsingError, "Malformed request", $"The body is a JSON object whose member {member} is an object."));

    public static IActionResult Of(Report report) => report switch
    {
        { Rejection: { } rejection } => Answer(StatusCodes.Status400BadRequest, json => Problem(json, ParsingError, "Not a credential", rejection.Detail)),
        { Outcome: Outcome.Valid or Outcome.ValidWithWarnings } => Answer(StatusCodes.Status200OK, json =>
        {
            json.WriteBoolean("verified"u8, true);
            WriteChecks(json, report);
        }),
        _ => Answer(StatusCodes.Status400BadRequest, json =>
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

    private static void Problem(Utf8JsonWriter json, string type, string title, string detail)
    {
        json.WriteBoolean("verified"u8, false);
        json.WriteStartArray("problemDetails"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("title"u8, title);
        json.WriteString("detail"u8, detail);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static VerificationResult Answer(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new VerificationResult(buffer.WrittenSpan.ToArray(), status);
    }

    private sealed class VerificationResult(byte[] json, int status) : FileContentResult(json, "application/json; charset=utf-8")
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = status;
            return base.ExecuteResultAsync(context);
        }
    }
}
