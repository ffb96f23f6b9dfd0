using System.Buffers;
using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>Writes expanded document form (JSON-LD 1.1 §5.1) as JSON.</summary>
internal sealed class ExpandedJson(Utf8JsonWriter writer)
{
    public static byte[] Write(List<Expanded> items)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            new ExpandedJson(writer).WriteArray(items);
        }

        return output.WrittenSpan.ToArray();
    }

    private void WriteArray(List<Expanded> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            switch (item)
            {
                case ExpandedNode node:
                    WriteNode(node);
                    break;
                case ExpandedValue value:
                    WriteValue(value);
                    break;
                case ExpandedList list:
                    WriteMember(Keyword.List, list.Items);
                    break;
            }

            WriteText(Keyword.Index, item.Index);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteNode(ExpandedNode node)
    {
        if (node.HasId)
        {
            writer.WriteString(Keyword.Id, node.Id);
        }

        if (node.Types is { } types)
        {
            writer.WriteStartArray(Keyword.Type);
            types.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        WriteMember(Keyword.Graph, node.Graph);
        WriteMember(Keyword.Included, node.Included);
        WriteMembers(node.Properties);
        if (node.Reverse is { } reverse)
        {
            writer.WriteStartObject(Keyword.Reverse);
            WriteMembers(reverse);
            writer.WriteEndObject();
        }
    }

    private void WriteValue(ExpandedValue value)
    {
        writer.WritePropertyName(Keyword.Value);
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            value.Json.WriteTo(writer);
        }

        WriteText(Keyword.Type, value.Type);
        WriteText(Keyword.Language, value.Language);
        WriteText(Keyword.Direction, value.Direction);
    }

    private void WriteMembers(Dictionary<string, List<Expanded>> properties)
    {
        foreach (var (iri, values) in properties)
        {
            WriteMember(iri, values);
        }
    }

    private void WriteMember(string name, List<Expanded>? items)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            WriteArray(items);
        }
    }

    private void WriteText(string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
