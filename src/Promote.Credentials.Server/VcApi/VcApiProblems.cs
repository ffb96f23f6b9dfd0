using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.VcApi;

/// <summary>Refusals as the VC-API tells them: 400 with <c>problemDetails</c> for what is wrong with the document, the problem document of the rest of the API for all else.</summary>
internal static class VcApiProblems
{
    /// <summary>VC 2.0 §7.2: the document cannot be read.</summary>
    public const string ParsingError = "https://www.w3.org/TR/vc-data-model#PARSING_ERROR";

    private const string MalformedValue = "https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR";
    private const string DataLoss = "https://www.w3.org/TR/vc-data-model#DATA_LOSS_DETECTION_ERROR";

    public static IActionResult Of(IReadOnlyList<Refusal> refusals) => refusals.All(refusal => refusal.Code is RefusalCode.InvalidValue or RefusalCode.LintFailed)
        ? VcApiJson.Answer(StatusCodes.Status400BadRequest, json =>
        {
            json.WriteStartArray("problemDetails"u8);
            foreach (var refusal in refusals)
            {
                Write(json, TypeOf(refusal), "The credential cannot be signed", refusal.Detail, refusal.Pointer);
            }

            json.WriteEndArray();
        })
        : new Refused(refusals);

    /// <summary>One member of <c>problemDetails</c> (RFC 9457).</summary>
    public static void Write(Utf8JsonWriter json, string type, string title, string detail, string? pointer = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("title"u8, title);
        json.WriteString("detail"u8, detail);
        if (pointer is not null)
        {
            json.WriteString("pointer"u8, pointer);
        }

        json.WriteEndObject();
    }

    private static string TypeOf(Refusal refusal) => refusal.Detail.Contains("JSON-LD", StringComparison.Ordinal) ? DataLoss : MalformedValue;
}
