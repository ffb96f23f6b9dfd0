using System.Text.Json.Nodes;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>An achievement that is written in each of the ten languages: the English text and the language's tag.</summary>
internal static class InTenLanguages
{
    public static JsonObject Achievement()
    {
        var achievement = JsonNode.Parse(Samples.Achievement)!.AsObject();
        foreach (var text in TextsIn(achievement).ToList())
        {
            var english = text["en"]!.GetValue<string>();
            foreach (var language in Language.All)
            {
                text[language.Tag] = $"{english} [{language.Tag}]";
            }
        }

        return achievement;
    }

    /// <summary>The texts in it. A text is an object with a member for English.</summary>
    public static IEnumerable<JsonObject> TextsIn(JsonNode? node) => node switch
    {
        JsonObject text when text.ContainsKey("en") => [text],
        JsonObject thing => thing.SelectMany(member => TextsIn(member.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        _ => [],
    };
}
