using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema.Keywords;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>A compiled schema object: its keywords, each of which must hold.</summary>
internal sealed class SchemaNode
{
    private Keyword[] keywords = [];

    /// <summary>Sets the keywords. Apart from the constructor, because a schema may refer to itself.</summary>
    public void Fill(IEnumerable<Keyword> all) => keywords = [.. all];

    public void Check(JsonElement instance, SchemaRun run)
    {
        run.Enter();
        foreach (var keyword in keywords)
        {
            keyword.Check(instance, run);
        }

        run.Leave();
    }
}
