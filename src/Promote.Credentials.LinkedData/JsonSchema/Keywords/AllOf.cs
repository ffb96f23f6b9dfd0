using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>allOf</c> (Core §9.2.1.1).</summary>
internal sealed class AllOf(IReadOnlyList<SchemaNode> schemas) : Keyword
{
    public override void Check(JsonElement instance, SchemaRun run)
    {
        foreach (var schema in schemas)
        {
            schema.Check(instance, run);
        }
    }
}
