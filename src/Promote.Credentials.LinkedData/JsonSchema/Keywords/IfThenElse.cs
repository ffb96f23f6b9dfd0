using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary>
/// <c>if</c>, <c>then</c>, <c>else</c> (Core §9.2.2). The schemas here say alternatives with it rather than with
/// <c>oneOf</c>, because the chosen branch can name the member that is wrong.
/// </summary>
internal sealed class IfThenElse(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : Keyword
{
    public override void Check(JsonElement instance, SchemaRun run) =>
        (run.Fits(instance, condition) ? then : otherwise)?.Check(instance, run);
}
