using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One thing that an assessment can show, and the scheme of its values: a rubric with levels, percent, pass or fail, points, grades (OB 3.0 ResultDescription).</summary>
public sealed record ResultDescription
{
    /// <summary>Id within the achievement: letters, digits, hyphens; what a result refers to.</summary>
    public required string Id { get; init; }

    /// <summary>Name by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>OB 3.0 resultType: a member of its enumeration or <c>ext:…</c>.</summary>
    public required string ResultType { get; init; }

    /// <summary>Number of the outcome that it measures, counted from 0; null where it measures no single one.</summary>
    public int? Outcome { get; init; }

    /// <summary>The levels of a rubric, lowest first; a value is then the id of one.</summary>
    public IReadOnlyList<RubricLevel> Levels { get; init; } = [];

    /// <summary>The values that a result may take, lowest first; empty when any value is taken.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Smallest value of a numeric result.</summary>
    public string? ValueMin { get; init; }

    /// <summary>Largest value of a numeric result.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that has to be reached.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>Why a result cannot have this value; null when it can. It need not reach <see cref="RequiredValue"/>.</summary>
    public string? WhyNot(string value)
    {
        if (Levels.Count > 0)
        {
            return LevelOf(value) is null ? $"The value is the id of a level: {string.Join(", ", Levels.Select(level => level.Id))}." : null;
        }

        if (AllowedValues.Count > 0 && !AllowedValues.Contains(value))
        {
            return "The value is not among the allowed ones.";
        }

        if (ResultType == ResultTypes.Status && !ResultTypes.Statuses.Contains(value))
        {
            return "A status is one of Open Badges 3.0, such as Completed.";
        }

        // Where the allowed values are listed they say all: percentages may be written as bands.
        return AllowedValues.Count == 0 || ValueMin is not null || ValueMax is not null ? WhyNotNumber(value) : null;
    }

    /// <summary>Whether a value that a result can have lies below <see cref="RequiredValue"/>: by the order of the levels or of the allowed values, else as numbers. A status has no order, so it has to be the one required.</summary>
    public bool FallsShort(string value)
    {
        if (RequiredValue is null)
        {
            return false;
        }

        return this switch
        {
            { Levels.Count: > 0 } => RankOf(Levels.Select(level => level.Id), value) < RankOf(Levels.Select(level => level.Id), RequiredValue),
            { AllowedValues.Count: > 0 } => RankOf(AllowedValues, value) < RankOf(AllowedValues, RequiredValue),
            { ResultType: ResultTypes.Status } => value != RequiredValue,
            _ => ResultDescriptionRules.Number(value) < ResultDescriptionRules.Number(RequiredValue),
        };
    }

    /// <summary>The level with this id; null where there is none.</summary>
    public RubricLevel? LevelOf(string? id) => Levels.FirstOrDefault(level => level.Id == id);

    /// <summary>A value as a reader of a language sees it: the name of a level, or the value as it is.</summary>
    /// <param name="value">A value that a result can have.</param>
    /// <param name="name">Takes the text of a language.</param>
    public string Shown(string value, Func<LanguageMap, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return LevelOf(value) is { } level ? name(level.Name) : value;
    }

    // Percent means what it says, whoever left the bounds out.
    private string? WhyNotNumber(string value)
    {
        var (min, max) = ResultType == ResultTypes.Percent ? (ValueMin ?? "0", ValueMax ?? "100") : (ValueMin, ValueMax);
        if (min is null && max is null)
        {
            return null;
        }

        return ResultDescriptionRules.Number(value) switch
        {
            null => "The value is not a number such as 92 or 59.5.",
            { } number when number < ResultDescriptionRules.Number(min) => "The value is below the smallest one.",
            { } number when number > ResultDescriptionRules.Number(max) => "The value is above the largest one.",
            _ => null,
        };
    }

    private static int RankOf(IEnumerable<string> values, string value) => values.TakeWhile(other => other != value).Count();
}
