using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>type</c> (Validation §6.1.1): one name or several. <c>integer</c> is not among them: no schema here uses it.</summary>
internal sealed class TypeOf : Keyword
{
    private readonly JsonValueKind[] kinds;
    private readonly string message;

    /// <param name="names">Names of types.</param>
    /// <exception cref="FormatException">A name is unknown.</exception>
    public TypeOf(IReadOnlyList<string> names)
    {
        kinds = [.. names.SelectMany(Kinds)];
        message = $"Must be {string.Join(" or ", names.Select(Words))}.";
    }

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (Array.IndexOf(kinds, instance.ValueKind) < 0)
        {
            run.Report("type", message);
        }
    }

    private static JsonValueKind[] Kinds(string name) => name switch
    {
        "object" => [JsonValueKind.Object],
        "array" => [JsonValueKind.Array],
        "string" => [JsonValueKind.String],
        "number" => [JsonValueKind.Number],
        "boolean" => [JsonValueKind.True, JsonValueKind.False],
        "null" => [JsonValueKind.Null],
        _ => throw new FormatException($"The type {name} is unknown."),
    };

    private static string Words(string name) => name switch
    {
        "null" => name,
        "object" or "array" => $"an {name}",
        _ => $"a {name}",
    };
}
