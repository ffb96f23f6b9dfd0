using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>contains</c> (Core §9.3.1.4): at least one item fits.</summary>
/// <param name="schema">What the item must fit.</param>
/// <param name="source">The text of that schema, for the message.</param>
internal sealed class Contains(SchemaNode schema, string source) : Keyword
{
    private readonly string message = $"Must contain an item that fits {source}.";

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var item in instance.EnumerateArray())
        {
            if (run.Fits(item, schema))
            {
                return;
            }
        }

        run.Report("contains", message);
    }
}
