using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>
/// A compiled JSON Schema (draft 2019-09). It knows the keywords that the Open Badges 3.0 schemas use and refuses a
/// schema with any other. Immutable: compile once, validate from any thread.
/// </summary>
public sealed class JsonSchema
{
    private readonly SchemaNode root;
    private readonly bool isForeign;

    private JsonSchema(SchemaNode root, bool isForeign = false) => (this.root, this.isForeign) = (root, isForeign);

    /// <summary>Compiles a schema of ours; schemas are trusted input, the documents that they check are not.</summary>
    /// <param name="schema">The schema, an object or a boolean.</param>
    /// <param name="registry">The other documents that its <c>$ref</c>s name; none if null.</param>
    /// <exception cref="InvalidSchemaException">
    /// A keyword, type or format is unknown, a value is malformed, or a reference leads nowhere.
    /// </exception>
    public static JsonSchema Parse(JsonElement schema, SchemaRegistry? registry = null) =>
        new(new SchemaCompiler(schema.Clone(), registry ?? SchemaRegistry.Empty).Compile());

    /// <summary>Compiles a schema of a stranger: it stands alone, and <see cref="Validate"/> gives up where it costs too much.</summary>
    /// <exception cref="InvalidSchemaException">As above, and where <paramref name="schema"/> is no schema at all.</exception>
    public static JsonSchema ParseForeign(JsonElement schema) => schema.ValueKind is JsonValueKind.Object
        ? new(new SchemaCompiler(schema.Clone(), SchemaRegistry.Empty).Compile(), isForeign: true)
        : throw new InvalidSchemaException("", "", "A schema is an object.");

    /// <summary>The places where <paramref name="instance"/> does not fit, in its own order; none if it is valid.</summary>
    /// <remarks>At most <see cref="SchemaRun.MaxViolations"/> are reported, so that a hostile document stays cheap.</remarks>
    /// <exception cref="InvalidSchemaException">A foreign schema costs too much to apply.</exception>
    public IReadOnlyList<SchemaViolation> Validate(JsonElement instance)
    {
        var run = new SchemaRun(isForeign);
        root.Check(instance, run);
        return run.Violations;
    }
}
