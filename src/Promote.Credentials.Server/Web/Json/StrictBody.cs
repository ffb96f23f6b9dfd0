using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>
/// Bytes of a request body → a value of the operation's record, or every reason why not, with pointers.
/// An operation that takes documents of others takes a <see cref="JsonElement"/>: well-formed JSON of any shape.
/// </summary>
internal static class StrictBody
{
    public const int MaxBytes = StrictJson.DefaultMaxBytes;

    public static object? Read(ReadOnlyMemory<byte> utf8, Type type, List<Refusal> refusals)
    {
        try
        {
            using var document = StrictJson.Parse(utf8, MaxBytes);
            if (type == typeof(JsonElement))
            {
                return document.RootElement.Clone();
            }

            JsonTypeInfo shape = ApiJson.Options.GetTypeInfo(type);
            BodyShape.Check(document.RootElement, shape, refusals);
            BodyText.Check(document.RootElement, refusals);
            return refusals.Count == 0 ? document.RootElement.Deserialize(shape) : null;
        }
        catch (MalformedJsonException malformed)
        {
            var code = malformed.Code == "tooLarge" ? RefusalCode.TooLarge : RefusalCode.MalformedJson;
            refusals.Add(new(code, malformed.Pointer, malformed.Message));
        }
        catch (RefusedJsonException refused)
        {
            refusals.Add(new(refused.Code, JsonPath.ToPointer(refused.Path), refused.Message));
        }
        catch (JsonException wrong)
        {
            refusals.Add(new(RefusalCode.InvalidValue, JsonPath.ToPointer(wrong.Path), "The value does not have the type that this member takes."));
        }

        return null;
    }
}
