using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary>A compiled assertion or applicator. One that is about another type of value holds (Core §7.6.1).</summary>
internal abstract class Keyword
{
    /// <summary>Reports to <paramref name="run"/> where <paramref name="instance"/> fails.</summary>
    public abstract void Check(JsonElement instance, SchemaRun run);
}
