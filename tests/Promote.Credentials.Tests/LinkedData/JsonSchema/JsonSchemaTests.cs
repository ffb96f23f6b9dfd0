using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;
using Schema = Promote.Credentials.LinkedData.JsonSchema.JsonSchema;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{ "minLength": 1 }""", "")]
    [InlineData("""{ "properties": { "a/b": { "maximum": 1 } } }""", "/properties/a~1b")]
    [InlineData("""{ "$defs": { "unused": { "type": "text" } } }""", "/$defs/unused")]
    [InlineData("""{ "type": "integer" }""", "")]
    [InlineData("""{ "items": [ {}, { "format": "uri" } ] }""", "/items/1")]
    [InlineData("""{ "allOf": [ { "pattern": "(" } ] }""", "/allOf/0")]
    [InlineData("""{ "oneOf": [ { "pattern": 1 } ] }""", "/oneOf/0")]
    [InlineData("""{ "if": { "$ref": "#/$defs/none" } }""", "/if")]
    [InlineData("""{ "additionalProperties": { "$ref": "other.json" } }""", "/additionalProperties")]
    [InlineData("""{ "contains": 1 }""", "/contains")]
    [InlineData("""{ "$schema": "http://json-schema.org/draft-07/schema#" }""", "")]
    public void A_schema_that_cannot_be_checked_in_full_is_refused_with_its_pointer(string schema, string pointer)
    {
        var refusal = Assert.Throws<InvalidSchemaException>(() => Schema.Parse(Json(schema)));

        Assert.Equal(pointer, refusal.Pointer);
    }

    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", "17", "", "type")]
    [InlineData("""{ "enum": ["a", { "b": [1] }] }""", """{ "b": [2] }""", "", "enum")]
    [InlineData("""{ "properties": { "a": { "const": true } } }""", """{ "a": false }""", "/a", "const")]
    [InlineData("""{ "properties": { "a": { "const": true } } }""", """{ "\u0061": false }""", "/a", "const")]
    [InlineData("""{ "properties": { "a": false } }""", """{ "a": 1 }""", "/a", "properties")]
    [InlineData("false", "1", "", "false")]
    [InlineData("""{ "additionalProperties": { "type": "number" } }""", """{ "~/": "1" }""", "/~0~1", "type")]
    [InlineData("""{ "items": [ true ], "additionalItems": false }""", "[1, 2]", "/1", "additionalItems")]
    [InlineData("""{ "items": { "required": ["a"] } }""", """[{ "a": 1 }, {}]""", "/1", "required")]
    [InlineData("""{ "minItems": 2 }""", "[1]", "", "minItems")]
    [InlineData("""{ "contains": { "type": "string" } }""", "[1]", "", "contains")]
    [InlineData("""{ "oneOf": [ { "type": "string" }, { "const": "a" } ] }""", "\"a\"", "", "oneOf")]
    [InlineData("""{ "oneOf": [ { "type": "string" }, { "type": "number" } ] }""", "[]", "", "oneOf")]
    [InlineData("""{ "if": { "type": "object" }, "then": { "required": ["a"] }, "else": { "type": "string" } }""", "{}", "", "required")]
    [InlineData("""{ "if": { "type": "object" }, "then": { "required": ["a"] }, "else": { "type": "string" } }""", "1", "", "type")]
    [InlineData("""{ "$ref": "#/$defs/a", "$defs": { "a": { "properties": { "b": { "$ref": "#" } }, "type": "object" } } }""", """{ "b": { "b": 1 } }""", "/b/b", "type")]
    [InlineData("""{ "$ref": "#/$defs/a~1b", "$defs": { "a/b": { "type": "string" } } }""", "1", "", "type")]
    public void A_violation_names_the_place_and_the_keyword(string schema, string document, string pointer, string keyword)
    {
        var violation = Assert.Single(Schema.Parse(Json(schema)).Validate(Json(document)));

        Assert.Equal((pointer, keyword), (violation.Pointer, violation.Keyword));
    }

    [Theory]
    [InlineData("""{ "required": ["a"], "minItems": 2, "pattern": "x", "format": "date", "items": false, "properties": { "a": false } }""", "17")]
    [InlineData("""{ "oneOf": [ { "type": "string" }, { "type": "number" } ] }""", "1")]
    [InlineData("""{ "if": { "type": "object" }, "then": { "required": ["a"] } }""", "1")]
    [InlineData("""{ "enum": [ 1 ] }""", "1.0")]
    [InlineData("""{ "const": "\u0061" }""", "\"a\"")]
    [InlineData("true", "1")]
    public void A_keyword_about_another_type_of_value_holds(string schema, string document) =>
        Assert.Empty(Schema.Parse(Json(schema)).Validate(Json(document)));

    [Fact]
    public void A_reference_finds_a_document_of_the_registry_and_that_document_refers_to_itself()
    {
        var registry = SchemaRegistry.Of(new Dictionary<string, JsonElement>
        {
            ["parts.json"] = Json("""{ "$defs": { "a": { "items": { "$ref": "#/$defs/b" } }, "b": { "type": "string" } } }"""),
        });

        var violation = Assert.Single(Schema.Parse(Json("""{ "$ref": "parts.json#/$defs/a" }"""), registry).Validate(Json("""["x", 1]""")));

        Assert.Equal("/1", violation.Pointer);
    }

    [Fact]
    public void A_document_with_countless_mistakes_gets_a_bounded_report()
    {
        var document = Json($"[{string.Join(',', Enumerable.Repeat("1", 10_000))}]");

        Assert.Equal(64, Schema.Parse(Json("""{ "items": { "type": "string" } }""")).Validate(document).Count);
    }

    [Fact]
    public void A_schema_outlives_the_document_that_it_was_read_from()
    {
        Schema schema;
        using (var document = StrictJson.Parse("""{ "const": "a" }"""u8.ToArray()))
        {
            schema = Schema.Parse(document.RootElement);
        }

        Assert.Empty(schema.Validate(Json("\"a\"")));
    }

    private static JsonElement Json(string text) => StrictJson.Parse(Encoding.UTF8.GetBytes(text)).RootElement;
}
