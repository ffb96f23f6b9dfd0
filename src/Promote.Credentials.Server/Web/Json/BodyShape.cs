using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>
/// Compares a body with the record that an operation takes and names everything that does not fit at once:
/// the serializer stops at the first thing and lets null into lists.
/// </summary>
internal static class BodyShape
{
    public static void Check(JsonElement value, JsonTypeInfo shape, List<Refusal> refusals) => Check(value, shape, "", refusals);

    private static void Check(JsonElement value, JsonTypeInfo shape, string pointer, List<Refusal> refusals)
    {
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckMembers(value, shape, pointer, refusals);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                CheckElements(value, shape, pointer, refusals);
                break;
            case JsonTypeInfoKind.Object:
                refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give an object."));
                break;
            case JsonTypeInfoKind.Enumerable:
                refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give an array."));
                break;
            default:
                CheckLeaf(value, shape.Type, pointer, refusals);
                break;
        }
    }

    private static void CheckMembers(JsonElement value, JsonTypeInfo shape, string pointer, List<Refusal> refusals)
    {
        foreach (var member in value.EnumerateObject())
        {
            var here = JsonPointer.Append(pointer, member.Name);
            if (shape.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } property)
            {
                refusals.Add(new(RefusalCode.UnknownField, here, "This operation does not know this member."));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Check(member.Value, shape.Options.GetTypeInfo(property.PropertyType), here, refusals);
            }
            else if (!property.IsSetNullable)
            {
                refusals.Add(new(RefusalCode.MissingField, here, "This member cannot be null."));
            }
        }

        foreach (var property in shape.Properties)
        {
            if (IsRequired(property) && !value.TryGetProperty(property.Name, out _))
            {
                refusals.Add(new(RefusalCode.MissingField, JsonPointer.Append(pointer, property.Name), "This member has to be there."));
            }
        }
    }

    private static void CheckElements(JsonElement value, JsonTypeInfo shape, string pointer, List<Refusal> refusals)
    {
        var elementShape = shape.Options.GetTypeInfo(shape.ElementType!);
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            Check(element, elementShape, JsonPointer.Append(pointer, index++), refusals);
        }
    }

    private static void CheckLeaf(JsonElement value, Type type, string pointer, List<Refusal> refusals)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) && value.ValueKind != JsonValueKind.String)
        {
            refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give a text."));
        }
        else if (type == typeof(int) && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _)))
        {
            refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give a whole number."));
        }
        else if (type == typeof(bool) && value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give true or false."));
        }
        else if (type == typeof(LanguageMap))
        {
            CheckTexts(value, pointer, refusals);
        }
        else if (value.ValueKind == JsonValueKind.Null)
        {
            refusals.Add(new(RefusalCode.InvalidValue, pointer, "Null has no place here."));
        }
    }

    private static void CheckTexts(JsonElement value, string pointer, List<Refusal> refusals)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(new(RefusalCode.InvalidValue, pointer, "Give an object of texts by language, such as {\"en\":\"Welding\"}."));
        }
        else if (value.GetPropertyCount() == 0)
        {
            refusals.Add(new(RefusalCode.MissingField, pointer, "Give the text in at least one language."));
        }
        else
        {
            refusals.AddRange(
                from text in value.EnumerateObject()
                where text.Value.ValueKind != JsonValueKind.String
                select new Refusal(RefusalCode.InvalidValue, JsonPointer.Append(pointer, text.Name), "Give a text."));
        }
    }

    // A constructor parameter that cannot be null and has no default is as required as a member marked so.
    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property is { IsSetNullable: false, AssociatedParameter.HasDefaultValue: false };
}
