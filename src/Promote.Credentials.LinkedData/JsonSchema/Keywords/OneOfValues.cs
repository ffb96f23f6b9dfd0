using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>enum</c> and <c>const</c> (Validation §6.1.2, §6.1.3): the value equals a listed one.</summary>
internal sealed class OneOfValues(string keyword, IReadOnlyList<JsonElement> values) : Keyword
{
    private readonly JsonElement[] values = [.. values];
    private readonly string message = values.Count == 1
        ? $"Must be {values[0].GetRawText()}."
        : $"Must be one of {string.Join(", ", values.Select(value => value.GetRawText()))}.";

    public override void Check(JsonElement instance, SchemaRun run)
    {
        foreach (var value in values)
        {
            if (JsonElement.DeepEquals(value, instance))
            {
                return;
            }
        }

        run.Report(keyword, message);
    }
}
