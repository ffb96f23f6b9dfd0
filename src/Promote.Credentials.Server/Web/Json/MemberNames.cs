using System.Text.Json.Serialization.Metadata;
using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>The members that the API calls otherwise than the domain, where the word that is left out goes without saying.</summary>
internal static class MemberNames
{
    private static readonly Dictionary<(Type Owner, string Name), string> Short = new()
    {
        [(typeof(AchievementContent), "learningOpportunityType")] = "opportunityType",
    };

    public static void Shorten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.Name = Short.GetValueOrDefault((type.Type, property.Name), property.Name);
        }
    }
}
