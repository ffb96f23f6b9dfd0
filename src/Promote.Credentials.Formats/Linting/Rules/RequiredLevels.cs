using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A level that is required is one of the rubric of the same result description.</summary>
internal sealed class RequiredLevels() : LintRule("PC-L028", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from description in Items(input.Achievement, "resultDescription").Index()
        let level = Text(description.Item, "requiredLevel")
        where level is not null && !Items(description.Item, "rubricCriterionLevel").Any(candidate => Text(candidate, "id") == level)
        select Finding(
            JsonPointer.Append("/credentialSubject/achievement/resultDescription", description.Index) + "/requiredLevel",
            "Refer to a rubricCriterionLevel of the same description.");
}
