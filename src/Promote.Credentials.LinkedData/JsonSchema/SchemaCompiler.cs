using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>Compiles a schema and what it refers to, each place once, so that schemas may refer to themselves.</summary>
internal sealed class SchemaCompiler(JsonElement root, SchemaRegistry registry)
{
    /// <summary>The name of the schema that is compiled; names in the registry are not empty.</summary>
    private const string Itself = "";

    private readonly Dictionary<(string Document, string Pointer), SchemaNode> nodes = [];

    public SchemaNode Compile() => Compile(Itself, root, "");

    /// <summary>The node of the schema <paramref name="element"/> at <paramref name="pointer"/> of <paramref name="document"/>.</summary>
    public SchemaNode Compile(string document, JsonElement element, string pointer)
    {
        if (nodes.TryGetValue((document, pointer), out var known))
        {
            return known;
        }

        var node = nodes[(document, pointer)] = new SchemaNode();
        try
        {
            node.Fill(new SchemaReader(this, document, element, pointer).Keywords());
        }
        catch (FormatException e) when (e is not InvalidSchemaException)
        {
            throw new InvalidSchemaException(document, pointer, e.Message);
        }

        return node;
    }

    /// <summary>The node that <paramref name="reference"/> names: <c>#/pointer</c> or <c>document#/pointer</c>.</summary>
    public SchemaNode Resolve(string document, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var name = hash < 0 ? reference : reference[..hash];
        var pointer = hash < 0 ? "" : reference[(hash + 1)..];
        if (name.Length == 0)
        {
            name = document;
        }

        var element = name == Itself ? root : default;
        if ((name != Itself && !registry.TryGet(name, out element)) || !TryFind(ref element, pointer))
        {
            throw new FormatException($"The reference {reference} leads nowhere.");
        }

        return Compile(name, element, pointer);
    }

    /// <summary>Follows a pointer through objects (RFC 6901 §4); no schema here is referred to inside an array.</summary>
    private static bool TryFind(ref JsonElement element, string pointer)
    {
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return false;
            }
        }

        return true;
    }
}
