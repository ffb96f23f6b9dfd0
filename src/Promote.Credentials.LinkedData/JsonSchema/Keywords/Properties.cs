using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema.Keywords;

/// <summary><c>properties</c> with <c>additionalProperties</c> (Core §9.3.2.1, §9.3.2.3), in one pass over the members.</summary>
/// <param name="properties">Schemas by member name.</param>
/// <param name="additional">What any other member must fit; anything if null.</param>
internal sealed class Properties(IEnumerable<KeyValuePair<string, SchemaNode>> properties, SchemaNode? additional) : Keyword
{
    private readonly (byte[] Name, SchemaNode Schema)[] properties =
        [.. properties.Select(property => (Encoding.UTF8.GetBytes(property.Key), property.Value))];

    public override void Check(JsonElement instance, SchemaRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in instance.EnumerateObject())
        {
            if ((Find(member) ?? additional) is { } schema)
            {
                run.CheckMember(member, schema);
            }
        }
    }

    private SchemaNode? Find(JsonProperty member)
    {
        // Compared as it stands in the text, unless an escape hides the name.
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        var isPlain = !raw.Contains((byte)'\\');
        foreach (var (name, schema) in properties)
        {
            if (isPlain ? raw.SequenceEqual(name) : member.NameEquals(name))
            {
                return schema;
            }
        }

        return null;
    }
}
