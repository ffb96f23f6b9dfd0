using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the forms of an assessment and of an award have in common: the day, the results, the evidence.</summary>
/// <param name="Achievement">What is assessed or awarded.</param>
/// <param name="Content">What is there already.</param>
/// <param name="Today">The day of today, as a field takes it.</param>
internal sealed record RecordedFields(AchievementContent Achievement, AssessmentContent Content, string Today)
{
    /// <summary>The place for a file, by the name of its field and its id; null where no files are taken.</summary>
    public Func<string, string?, FileField>? FileOf { get; init; }

    /// <summary>The values among which a result is chosen, lowest first, each with what it is called; none where it is typed.</summary>
    /// <param name="description">What the result is of.</param>
    /// <param name="name">Takes the text of a language.</param>
    public static IReadOnlyList<(string Value, string Name)> ChoicesOf(ResultDescription description, Func<LanguageMap, string> name)
    {
        ArgumentNullException.ThrowIfNull(description);
        return description switch
        {
            { Levels.Count: > 0 } => [.. description.Levels.Select(level => (level.Id, name(level.Name)))],
            { ResultType: ResultTypes.Status, AllowedValues.Count: 0 } => [.. ResultTypes.Statuses.Order(StringComparer.Ordinal).Select(status => (status, status))],
            _ => [.. description.AllowedValues.Select(value => (value, value))],
        };
    }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "RecordedFields ***";
}
