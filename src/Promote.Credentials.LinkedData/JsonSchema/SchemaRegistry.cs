using System.Collections.Frozen;
using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>
/// Schema documents by the name under which others refer to them (<c>"$ref": "name#/$defs/X"</c>). It is the only
/// place where a reference looks: nothing is fetched.
/// </summary>
public sealed class SchemaRegistry
{
    private readonly FrozenDictionary<string, JsonElement> documents;

    private SchemaRegistry(IEnumerable<KeyValuePair<string, JsonElement>> documents) =>
        this.documents = documents.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Clone(), StringComparer.Ordinal);

    /// <summary>A registry without documents, for schemas that refer only to themselves.</summary>
    public static SchemaRegistry Empty { get; } = new([]);

    /// <summary>A registry of <paramref name="documents"/>, copied, so that their source may be disposed.</summary>
    public static SchemaRegistry Of(IReadOnlyDictionary<string, JsonElement> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new SchemaRegistry(documents);
    }

    internal bool TryGet(string name, out JsonElement document) => documents.TryGetValue(name, out document);
}
