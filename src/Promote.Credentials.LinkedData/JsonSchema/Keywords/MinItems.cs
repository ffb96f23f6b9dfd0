using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>minItems</c> (Validation §6.4.2).</summary>
internal sealed class MinItems(int count) : Keyword
{
    private readonly string message = $"Must have at least {count} items.";

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind == JsonValueKind.Array && instance.GetArrayLength() < count)
        {
            run.Report("minItems", message);
        }
    }
}
