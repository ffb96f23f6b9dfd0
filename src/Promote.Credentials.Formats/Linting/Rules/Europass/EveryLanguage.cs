using System.Text.Json;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What a reader sees first is there in every language of the document: titles, descriptions and learning outcomes.</summary>
internal sealed class EveryLanguage() : LintRule("PC-L059", FormatFamily.Europass)
{
    private static readonly HashSet<string> Translated =
    [
        "DisplayParameter", "LearningAchievement", "LearningActivity", "LearningActivitySpecification", "LearningAssessment", "LearningAssessmentSpecification",
        "LearningEntitlement", "LearningEntitlementSpecification", "LearningOpportunity", "LearningOutcome", "LearningAchievementSpecification", "Qualification",
    ];

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var languages = DocumentLanguages.Of(input.Root).ToList();
        return from node in input.Nodes
               where Translated.Contains(node.Type)
               from name in (string[])["title", "description"]
               let text = Member(node.Value, name)
               where text.ValueKind == JsonValueKind.Object && languages.Exists(language => Text(text, language) is null)
               select Finding(JsonPointer.Append(node.Pointer, name), "Give the text in every language of the document.");
    }
}
