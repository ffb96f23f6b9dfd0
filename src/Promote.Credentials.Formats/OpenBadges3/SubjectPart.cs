using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Learners;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>OB 3.0 AchievementSubject: who earned the achievement, known only by salted hashes, and with what results.</summary>
internal static class SubjectPart
{
    internal static void WriteMembers(Utf8JsonWriter json, Award award, AchievementEdition edition, string salt)
    {
        json.WriteType("AchievementSubject");
        WriteIdentifiers(json, award.Learner, salt);
        json.WriteInstant("activityStartDate"u8, award.Activity?.From);
        json.WriteInstant("activityEndDate"u8, award.Activity?.To);
        if (award.Achievement.Content.Credits is { } credits)
        {
            json.WriteCredits("creditsEarned"u8, credits.Ects);
        }

        json.WriteOptional("narrative"u8, award.Narrative);
        json.WriteStartObject("achievement"u8);
        AchievementPart.WriteMembers(json, edition, award.Parts);
        json.WriteEndObject();
        WriteResults(json, award, edition);
    }

    private static void WriteIdentifiers(Utf8JsonWriter json, Learner learner, string salt)
    {
        json.WriteStartArray("identifier"u8);
        WriteIdentity(json, Terms.EmailAddress, learner.Email, salt);
        WriteIdentity(json, Terms.Identifier, learner.Identifier, salt);
        json.WriteEndArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, string identityType, string? identifier, string salt)
    {
        if (identifier is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "IdentityObject"u8); // one string, as of Image; every other type is an array
        json.WriteBoolean("hashed"u8, true);
        json.WriteString("identityHash"u8, IdentityHash.Of(identifier, salt));
        json.WriteString("identityType"u8, identityType);
        json.WriteString("salt"u8, salt);
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, Award award, AchievementEdition edition)
    {
        if (award.Results.Count == 0)
        {
            return;
        }

        json.WriteStartArray("result"u8);
        foreach (var result in award.Results)
        {
            var description = award.Achievement.Content.ResultDescriptions.First(candidate => candidate.Id == result.ResultDescription);
            json.WriteStartObject();
            json.WriteType("Result");
            json.WriteString("resultDescription"u8, edition.ResultDescriptionUrl(result.ResultDescription));
            json.WriteString(description.ResultType == ResultTypes.Status ? "status"u8 : "value"u8, description.Shown(result.Value, edition.Text));
            if (description.LevelOf(result.Value) is { } level)
            {
                json.WriteString("achievedLevel"u8, edition.LevelUrl(description.Id, level.Id));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
