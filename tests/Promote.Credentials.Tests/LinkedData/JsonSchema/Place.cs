using System.Text.Json.Nodes;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>A value of a document and the way to it.</summary>
internal sealed record Place(JsonNode Document, Place? Parent, object? Token, JsonNode? Value)
{
    public string Pointer => Token switch
    {
        string member => JsonPointer.Append(Parent!.Pointer, member),
        int index => JsonPointer.Append(Parent!.Pointer, index),
        _ => "",
    };

    public static Place Root(JsonNode document) => new(document, null, null, document);

    public Place Member(string name) => new(Document, this, name, Value![name]);

    public IEnumerable<Place> Items() => Value!.AsArray().Select((item, i) => new Place(Document, this, i, item));

    /// <summary>The document's text with a changed copy of this value; the document itself stays as it is.</summary>
    /// <param name="change">Changes the copy, or returns what takes its place.</param>
    public string With(Func<JsonNode?, JsonNode?> change)
    {
        var root = Document.DeepClone();
        var changed = Put(root, change);
        return changed.ToJsonString();
    }

    private JsonNode Put(JsonNode root, Func<JsonNode?, JsonNode?> change)
    {
        if (Parent is null)
        {
            return change(root) ?? root;
        }

        var container = Parent.In(root)!;
        var old = In(root);
        var value = change(old);
        if (!ReferenceEquals(old, value))
        {
            if (Token is string member)
            {
                container[member] = value;
            }
            else
            {
                container[(int)Token!] = value;
            }
        }

        return root;
    }

    private JsonNode? In(JsonNode root) => Token switch
    {
        string member => Parent!.In(root)![member],
        int index => Parent!.In(root)![index],
        _ => root,
    };
}
