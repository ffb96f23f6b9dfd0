using System.Collections.Frozen;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema.Keywords;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>Reads one schema object. A keyword that is not read here is refused, so that nothing is silently unchecked.</summary>
internal sealed class SchemaReader(SchemaCompiler compiler, string document, JsonElement schema, string pointer)
{
    private const string Dialect = "https://json-schema.org/draft/2019-09/schema";

    private static readonly FrozenSet<string> Known = new[]
    {
        "$schema", "$id", "$ref", "$defs", "$comment", "title", "description",
        "type", "enum", "const", "pattern", "format", "required", "properties", "additionalProperties",
        "items", "additionalItems", "minItems", "contains", "allOf", "oneOf", "if", "then", "else",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The keywords, cheap and telling ones first.</summary>
    /// <exception cref="FormatException">The schema is malformed.</exception>
    public IEnumerable<Keyword> Keywords()
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean() ? [] : [new Never(pointer.Split('/').LastOrDefault(Known.Contains) ?? "false")];
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A schema is an object or a boolean.");
        }

        Recognize();
        return [.. Assertions(), .. Applicators()];
    }

    private void Recognize()
    {
        foreach (var member in schema.EnumerateObject())
        {
            if (!Known.Contains(member.Name))
            {
                throw new FormatException($"The keyword {member.Name} is unknown.");
            }
        }

        if (Has("$schema", out var dialect) && dialect.GetString()?.TrimEnd('#') != Dialect)
        {
            throw new FormatException($"The schema is not of {Dialect}.");
        }

        if (Has("$defs", out var definitions))
        {
            // Compiled even where nothing refers to them, so that a mistake in one shows.
            Named("$defs", definitions);
        }
    }

    private IEnumerable<Keyword> Assertions()
    {
        if (Has("type", out var type))
        {
            yield return new TypeOf(type.ValueKind == JsonValueKind.Array ? Texts(type) : [Text(type)]);
        }

        if (Has("const", out var value))
        {
            yield return new OneOfValues("const", [value]);
        }

        if (Has("enum", out var values))
        {
            yield return new OneOfValues("enum", Array(values));
        }

        if (Has("pattern", out var pattern))
        {
            yield return new Pattern(Text(pattern));
        }

        if (Has("format", out var format))
        {
            yield return new Format(Text(format));
        }

        if (Has("minItems", out var count))
        {
            yield return new MinItems(count.TryGetInt32(out var least) ? least : throw new FormatException("minItems is a number of items."));
        }

        if (Has("required", out var required))
        {
            yield return new Required(Texts(required));
        }
    }

    private IEnumerable<Keyword> Applicators()
    {
        if (Has("$ref", out var reference))
        {
            yield return new Reference(compiler.Resolve(document, Text(reference)));
        }

        if (Has("properties", out var properties) | Has("additionalProperties", out _))
        {
            yield return new Properties(Named("properties", properties), Sub("additionalProperties"));
        }

        if (Has("items", out var items))
        {
            var positional = items.ValueKind == JsonValueKind.Array;
            yield return new Items(positional ? List("items") : [], positional ? Sub("additionalItems") : Sub("items"));
        }

        if (Has("contains", out var contains))
        {
            yield return new Contains(Sub("contains")!, contains.GetRawText());
        }

        if (Has("allOf", out _))
        {
            yield return new AllOf(List("allOf"));
        }

        if (Has("oneOf", out _))
        {
            yield return new OneOf(List("oneOf"));
        }

        if (Sub("if") is { } condition)
        {
            yield return new IfThenElse(condition, Sub("then"), Sub("else"));
        }
    }

    private bool Has(string keyword, out JsonElement value) => schema.TryGetProperty(keyword, out value);

    private SchemaNode? Sub(string keyword) =>
        Has(keyword, out var element) ? compiler.Compile(document, element, JsonPointer.Append(pointer, keyword)) : null;

    private SchemaNode[] List(string keyword)
    {
        var at = JsonPointer.Append(pointer, keyword);
        return [.. Array(schema.GetProperty(keyword)).Select((element, i) => compiler.Compile(document, element, JsonPointer.Append(at, i)))];
    }

    private KeyValuePair<string, SchemaNode>[] Named(string keyword, JsonElement schemas)
    {
        if (schemas.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }

        var at = JsonPointer.Append(pointer, keyword);
        return schemas.ValueKind == JsonValueKind.Object
            ? [.. schemas.EnumerateObject().Select(member => KeyValuePair.Create(
                member.Name, compiler.Compile(document, member.Value, JsonPointer.Append(at, member.Name))))]
            : throw new FormatException($"{keyword} is an object of schemas.");
    }

    private static JsonElement[] Array(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw new FormatException("An array is expected.");

    private static string[] Texts(JsonElement value) => [.. Array(value).Select(Text)];

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException("A text is expected.");
}
