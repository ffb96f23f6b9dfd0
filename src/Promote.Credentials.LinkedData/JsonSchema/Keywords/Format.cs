using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema.Formats;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>format</c> (Validation §7) as an assertion, for the formats that the Open Badges 3.0 schemas use.</summary>
internal sealed class Format : Keyword
{
    private readonly Func<string, bool> fits;
    private readonly string message;

    /// <param name="name">Name of the format.</param>
    /// <exception cref="FormatException">The format is unknown.</exception>
    public Format(string name) => (fits, message) = name switch
    {
        "date" => ((Func<string, bool>)(text => DateTimeText.IsDate(text)), "Must be a date such as 2026-11-20."),
        "date-time" => (text => DateTimeText.IsDateTime(text), "Must be a date and time with zone, such as 2026-11-20T10:00:00Z."),
        _ => throw new FormatException($"The format {name} is unknown."),
    };

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind == JsonValueKind.String && !fits(instance.GetString()!))
        {
            run.Report("format", message);
        }
    }
}
