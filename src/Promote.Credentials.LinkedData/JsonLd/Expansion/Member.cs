using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Expansion;

/// <summary>A member of a JSON object, its name read once.</summary>
internal readonly record struct Member(string Name, JsonElement Value)
{
    public static Member[] AllOf(JsonElement element)
    {
        var members = new Member[element.GetPropertyCount()];
        int count = 0;
        foreach (var property in element.EnumerateObject())
        {
            members[count++] = new Member(property.Name, property.Value);
        }

        return members;
    }
}
