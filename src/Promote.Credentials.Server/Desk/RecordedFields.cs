using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the forms of an assessment and of an award have in common: the day, the results, the evidence.</summary>
/// <param name="Achievement">What is assessed or awarded.</param>
/// <param name="Content">What is there already.</param>
/// <param name="Today">The day of today, as a field takes it.</param>
internal sealed record RecordedFields(AchievementContent Achievement, AssessmentContent Content, string Today)
{
    /// <summary>What ESCO calls the skills of the achievement's outcomes, by URI.</summary>
    public required IReadOnlyDictionary<string, string> Skills { get; init; }

    /// <summary>What ESCO calls the skill that a result measures; null where it measures none.</summary>
    public string? SkillOf(ResultDescription description) =>
        description.Outcome is { } outcome && Achievement.Outcomes.ElementAtOrDefault(outcome)?.Esco is { } skill ? Skills.GetValueOrDefault(skill.OriginalString) : null;

    /// <summary>The place for a file, by the name of its field and its id; null where no files are taken.</summary>
    public Func<string, string?, FileField>? FileOf { get; init; }

    /// <summary>The values among which a result is chosen where it has no levels, lowest first; none where it is typed.</summary>
    public static IReadOnlyList<string> ChoicesOf(ResultDescription description) =>
        description is { ResultType: ResultTypes.Status, AllowedValues.Count: 0 } ? [.. ResultTypes.Statuses.Order(StringComparer.Ordinal)] : description.AllowedValues;

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "RecordedFields ***";
}
