using System.Text.Json;
using System.Text.Json.Serialization;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Storage;

/// <summary>Texts by language as a JSON object, <c>{"en":"…","ro":"…"}</c>, in the order given.</summary>
internal sealed class LanguageMapConverter : JsonConverter<LanguageMap>
{
    public override LanguageMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object of language to text is needed.");
        }

        var texts = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            texts.Add(new(language, reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A text is needed.")));
        }

        return new LanguageMap(texts);
    }

    public override void Write(Utf8JsonWriter writer, LanguageMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }
}
