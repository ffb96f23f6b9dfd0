using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.LinkedData.JsonSchema.Formats;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>pattern</c> (Validation §6.3.3): the text holds a match; the pattern itself says whether it is anchored.</summary>
internal sealed class Pattern(string source) : Keyword
{
    private readonly Regex regex = EcmaScriptPattern.Compile(source);
    private readonly string message = $"Must match the pattern {source}";

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind == JsonValueKind.String && !regex.IsMatch(instance.GetString()!))
        {
            run.Report("pattern", message);
        }
    }
}
