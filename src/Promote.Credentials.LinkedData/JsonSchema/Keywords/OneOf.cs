using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>oneOf</c> (Core §9.2.1.3): exactly one of the schemas fits.</summary>
internal sealed class OneOf(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    private readonly string message = $"Must fit exactly one of {schemas.Count} alternatives.";

    public override void Check(JsonElement instance, SchemaRun run)
    {
        var fitting = 0;
        foreach (var schema in schemas)
        {
            fitting += run.Fits(instance, schema) ? 1 : 0;
        }

        if (fitting != 1)
        {
            run.Report("oneOf", message);
        }
    }
}
