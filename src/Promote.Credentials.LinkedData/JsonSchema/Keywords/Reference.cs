using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>$ref</c> (Core §8.2.4.1), resolved when the schema was compiled.</summary>
internal sealed class Reference(SchemaNode target) : Keyword
{
    public override void Check(JsonElement instance, SchemaRun run) => target.Check(instance, run);
}
