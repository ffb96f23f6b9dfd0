using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Promote.Credentials.Verification;

/// <summary>A report as JSON: <c>{"outcome","kind","securedBy","takenOutOf","checks":[{"id","code","title","outcome","detail","facts"}],"problemDetails","credential","presented"}</c>.</summary>
public static class ReportJson
{
    // Text in any script stays readable; what HTML gives a meaning stays escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes a report, UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writeCredential">
    /// Writes what was signed as one JSON value; it is called only when the signatures hold, else <c>credential</c> is null.
    /// </param>
    /// <param name="writeMore">Writes members that follow the report's own; null when there are none.</param>
    public static byte[] Write(Report report, Action<Utf8JsonWriter, JsonElement> writeCredential, Action<Utf8JsonWriter>? writeMore = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writeCredential);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, report, writeCredential, writeMore);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The name of an outcome in JSON, such as <c>validWithWarnings</c>.</summary>
    public static string NameOf(Outcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static void Write(Utf8JsonWriter json, Report report, Action<Utf8JsonWriter, JsonElement> writeCredential, Action<Utf8JsonWriter>? writeMore)
    {
        json.WriteStartObject();
        json.WriteString("outcome"u8, NameOf(report.Outcome));
        WriteForm(json, report);
        json.WriteStartArray("checks"u8);
        foreach (var check in report.Checks)
        {
            WriteCheck(json, check, report);
        }

        json.WriteEndArray();
        ProblemDetails.Write(json, report);
        json.WritePropertyName("credential"u8);
        if (report.Credential is { } credential)
        {
            writeCredential(json, credential);
        }
        else
        {
            json.WriteNullValue();
        }

        if (report.Parts.Count > 0)
        {
            json.WriteStartArray("presented"u8);
            foreach (var part in report.Parts)
            {
                Write(json, part, writeCredential, null);
            }

            json.WriteEndArray();
        }

        writeMore?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter json, Report report)
    {
        if (report.Kind is { } kind)
        {
            json.WriteString("kind"u8, kind);
            json.WriteString("securedBy"u8, report.SecuredBy);
            if (report.Enclosure != Intake.Enclosure.None)
            {
                json.WriteString("takenOutOf"u8, JsonNamingPolicy.CamelCase.ConvertName(report.Enclosure.ToString()));
            }
        }
    }

    private static void WriteCheck(Utf8JsonWriter json, CheckResult check, Report report)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, check.Id);
        json.WriteString("code"u8, check.Code);
        json.WriteString("title"u8, check.Title);
        json.WriteString("outcome"u8, JsonNamingPolicy.CamelCase.ConvertName(check.Outcome.ToString()));
        json.WriteString("detail"u8, check.Detail);
        if (report.Kind == "europass")
        {
            EuropassChecks.Write(json, check);
        }

        json.WriteStartArray("facts"u8);
        foreach (var fact in check.Facts)
        {
            json.WriteStringValue(fact);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
