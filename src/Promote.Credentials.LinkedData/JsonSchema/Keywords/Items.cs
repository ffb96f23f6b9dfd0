using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>items</c> with <c>additionalItems</c> (Core §9.3.1.1, §9.3.1.2).</summary>
/// <param name="first">Schemas of the first items, by position.</param>
/// <param name="rest">What every later item must fit; anything if null.</param>
internal sealed class Items(IReadOnlyList<SchemaNode> first, SchemaNode? rest) : Keyword
{
    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            if ((index < first.Count ? first[index] : rest) is { } schema)
            {
                run.CheckItem(item, index, schema);
            }

            index++;
        }
    }
}
