using System.Text.Json;

namespace Promote.Credentials.Tests.LinkedData.JsonLd;

/// <summary>Equality of expanded documents: arrays are sets, except the value of <c>@list</c>.</summary>
internal static class UnorderedJson
{
    public static bool AreEqual(JsonElement a, JsonElement b, bool ordered = false) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => a.GetPropertyCount() == b.GetPropertyCount()
            && a.EnumerateObject().All(member =>
                b.TryGetProperty(member.Name, out var other) && AreEqual(member.Value, other, member.NameEquals("@list"))),
        (JsonValueKind.Array, JsonValueKind.Array) => a.GetArrayLength() == b.GetArrayLength()
            && (ordered ? InOrder(a, b) : InAnyOrder(a, b)),
        _ => JsonElement.DeepEquals(a, b),
    };

    private static bool InOrder(JsonElement a, JsonElement b) =>
        a.EnumerateArray().Zip(b.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second));

    private static bool InAnyOrder(JsonElement a, JsonElement b)
    {
        var rest = b.EnumerateArray().ToList();
        return a.EnumerateArray().All(item =>
        {
            int found = rest.FindIndex(other => AreEqual(item, other));
            if (found >= 0)
            {
                rest.RemoveAt(found);
            }

            return found >= 0;
        });
    }
}
