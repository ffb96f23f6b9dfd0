using System.Text.Json;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>A tree of nodes as JSON-LD in the published form: an id for every node, equal ids for equal content, the same node in full wherever it stands.</summary>
internal static class ElmDocument
{
    /// <summary>The members of the root, <c>id</c> first; without braces and context.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, ElmNode root, IReadOnlyList<string> types)
    {
        Identify(root, [], []);
        json.WriteString("id"u8, root.Id);
        json.WriteStartArray("type"u8);
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
        WriteOwn(json, root);
    }

    // From the leaves up, so that a node's content can name its children by their ids.
    private static void Identify(ElmNode node, Dictionary<string, string> known, Dictionary<string, int> counts)
    {
        foreach (var child in node.Children)
        {
            Identify(child, known, counts);
        }

        if (node.Id is null)
        {
            var content = node.Content();
            if (!known.TryGetValue(content, out var id))
            {
                var number = counts[node.IdClass] = counts.GetValueOrDefault(node.IdClass) + 1;
                known[content] = id = $"urn:epass:{node.IdClass}:{number}";
            }

            node.Id = id;
        }
    }

    private static void Write(Utf8JsonWriter json, ElmNode node)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, node.Id);
        json.WriteString("type"u8, node.Type);
        WriteOwn(json, node);
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, ElmNode node)
    {
        foreach (var (term, value) in node.Members)
        {
            json.WritePropertyName(term);
            WriteValue(json, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case ElmNode node:
                Write(json, node);
                break;
            case IReadOnlyList<ElmNode> nodes:
                json.WriteStartArray();
                foreach (var node in nodes)
                {
                    Write(json, node);
                }

                json.WriteEndArray();
                break;
            case LanguageMap text:
                json.WriteStartObject();
                foreach (var (language, literal) in text)
                {
                    json.WriteString(language, literal);
                }

                json.WriteEndObject();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new ArgumentException("A value of an ELM document is a node, nodes, a text or a number.", nameof(value));
        }
    }
}
