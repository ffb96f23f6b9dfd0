using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.Verification;

/// <summary>A document with each member dropped, and replaced by a value of each other kind.</summary>
internal static class Mutants
{
    private static readonly string[] Values = ["null", "true", "1", "\"\"", "\"x\"", "[]", "[null]", "[[]]", "{}", "[{}]", "{\"@value\":1}"];

    public static IEnumerable<string> Of(JsonNode sound)
    {
        for (var place = 0; Mutate(sound, place, null) is { } dropped; place++)
        {
            yield return dropped;
            foreach (var value in Values)
            {
                yield return Mutate(sound, place, value)!;
            }
        }
    }

    /// <summary>The document with its n-th member changed, or null when it has fewer.</summary>
    private static string? Mutate(JsonNode sound, int place, string? value)
    {
        var copy = sound.DeepClone();
        var members = Objects(copy).SelectMany(owner => owner.Select(member => (Owner: owner, Name: member.Key))).ToList();
        if (place >= members.Count)
        {
            return null;
        }

        var (owner, name) = members[place];
        owner.Remove(name);
        if (value is not null)
        {
            owner[name] = JsonNode.Parse(value);
        }

        return copy.ToJsonString();
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
