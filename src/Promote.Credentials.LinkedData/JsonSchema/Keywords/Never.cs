using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary>The schema <c>false</c>, reported as the keyword whose value it is.</summary>
internal sealed class Never(string keyword) : Keyword
{
    public override void Check(JsonElement instance, SchemaRun run) => run.Report(keyword, "Is not allowed here.");
}
