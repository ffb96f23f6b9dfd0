namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A level that was achieved is one of the rubric of its result description.</summary>
internal sealed class AchievedLevels() : LintRule("PC-L027", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from result in input.Results
        let level = Text(result.Json, "achievedLevel")
        where level is not null && !Items(result.Description, "rubricCriterionLevel").Any(candidate => Text(candidate, "id") == level)
        select Finding($"{result.Pointer}/achievedLevel", "Refer to a rubricCriterionLevel of the result's description.");
}
