using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>An absolute http or https URL. Every link that PROMOTE keeps is one, so that no page ever carries a script as a link.</summary>
internal sealed class LinkConverter : JsonConverter<Uri>
{
    private const int MaxLength = 2048;

    // RFC 3987 takes none of these in an IRI, and a JSON-LD processor would drop the value.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" <>\"{}|\\^`\t\r\n");

    public override Uri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return text.Length <= MaxLength
            && text.AsSpan().IndexOfAny(Forbidden) < 0
            && Uri.TryCreate(text, UriKind.Absolute, out var link)
            && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            && link.Host.Length > 0
            && link.UserInfo.Length == 0
            ? link
            : throw new RefusedJsonException(RefusalCode.InvalidLink, "Give an absolute http or https URL without user name and spaces, of at most 2048 characters.");
    }

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(value.OriginalString);
}
