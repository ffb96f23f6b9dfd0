using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>An achievement, and an award of it, that have the same hostile text in every text there is.</summary>
internal static class HostileAward
{
    public static JsonObject Achievement(string payload)
    {
        JsonObject Text() => new() { ["en"] = payload, ["ro"] = payload };
        return new JsonObject
        {
            ["name"] = Text(),
            ["description"] = Text(),
            ["criteria"] = new JsonObject { ["en"] = $"{payload}\n\n- {payload}\n1. {payload}", ["ro"] = payload },
            ["type"] = "MicroCredential",
            ["image"] = $"https://evil.example/{Uri.EscapeDataString(payload)}.png",
            ["outcomes"] = new JsonArray(
                new JsonObject { ["title"] = Text(), ["esco"] = "http://data.europa.eu/esco/skill/0ee94af1-b445-4973-9c3f-459fab250342" }, new JsonObject { ["title"] = Text() }),
            ["activities"] = new JsonArray(
                new JsonObject { ["title"] = Text(), ["type"] = "http://data.europa.eu/snb/learning-activity/4357e0e681" }, new JsonObject { ["title"] = Text() }),
            ["entryRequirement"] = Text(),
            ["entitlement"] = new JsonObject { ["title"] = Text(), ["type"] = "http://data.europa.eu/snb/entitlement/52f62180c2", ["status"] = "http://data.europa.eu/snb/entitlement-status/5b8d6b34fb" },
            ["workload"] = "PT60H",
            ["eqfLevel"] = 4,
            ["mode"] = "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
            ["assessmentType"] = "http://data.europa.eu/snb/assessment/6a4db9f11d",
            ["qualityAssurance"] = "http://data.europa.eu/snb/accreditation/bb4618238e",
            ["resultDescriptions"] = new JsonArray(
                new JsonObject { ["id"] = "score", ["name"] = Text(), ["resultType"] = "Percent", ["valueMin"] = "0", ["valueMax"] = "100" },
                new JsonObject { ["id"] = "level", ["name"] = Text(), ["resultType"] = "RubricCriterionLevel", ["allowedValues"] = new JsonArray(payload, "other"), ["requiredValue"] = payload }),
        };
    }

    /// <summary>Puts it into every text of an award.</summary>
    public static JsonObject Award(JsonObject award, string payload)
    {
        award["learner"]!["givenName"] = payload;
        award["learner"]!["familyName"] = payload;
        award["narrative"] = payload;
        award["evidence"] = new JsonArray(new JsonObject { ["name"] = payload, ["url"] = $"https://evil.example/?{Uri.EscapeDataString(payload)}", ["narrative"] = payload });
        return award;
    }
}
