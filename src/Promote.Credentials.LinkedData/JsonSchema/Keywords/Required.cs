using System.Text;
using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>required</c> (Validation §6.5.3).</summary>
internal sealed class Required(IEnumerable<string> names) : Keyword
{
    private readonly (byte[] Name, string Message)[] members =
        [.. names.Select(name => (Encoding.UTF8.GetBytes(name), $"The member “{name}” is missing."))];

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var (name, message) in members)
        {
            if (!instance.TryGetProperty(name, out _))
            {
                run.Report("required", message);
            }
        }
    }
}
