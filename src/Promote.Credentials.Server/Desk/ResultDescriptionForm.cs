using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the form of an achievement says of its results. A result without a name is none; what cannot be read is taken as it stands, for the rules to refuse.</summary>
internal static class ResultDescriptionForm
{
    /// <summary>Empty rows that the page shows beyond those that are filled.</summary>
    public const int SpareRows = 1;

    /// <summary>A scheme that the form does not offer, and leaves as it is.</summary>
    public const string Other = "other";

    private const string Rubric = "rubric";
    private const string Percent = "percent";
    private const string PassFail = "passFail";
    private const string Points = "points";
    private const int MaxRows = 20;

    /// <summary>The schemes that can be chosen.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [Rubric, Percent, PassFail, Points];

    /// <summary>The scheme of a result that is there already.</summary>
    public static string SchemeOf(ResultDescription description) => description switch
    {
        { ResultType: ResultTypes.RubricCriterionLevel, Levels.Count: > 0 } => Rubric,
        { AllowedValues.Count: > 0 } => Other,
        { ResultType: ResultTypes.Percent } => Percent,
        { ResultType: ResultTypes.Status } => PassFail,
        { ResultType: ResultTypes.RawScore } => Points,
        _ => Other,
    };

    /// <summary>What is needed to pass, as the form takes it: a number, which of a rubric counts its levels from the lowest.</summary>
    public static string? NeededOf(ResultDescription description) => description switch
    {
        { Levels.Count: > 0 } => description.Levels.Index().Where(level => level.Item.Id == description.RequiredValue).Select(level => (level.Index + 1).ToString(CultureInfo.InvariantCulture)).FirstOrDefault(),
        { ResultType: ResultTypes.Status } => null,
        _ => description.RequiredValue,
    };

    /// <summary>The names of the levels in one language, a line each.</summary>
    public static string LevelsIn(ResultDescription? description, Func<LanguageMap, string?> name) =>
        string.Join('\n', description?.Levels.Select(level => name(level.Name)) ?? []);

    /// <param name="form">The form, with texts in two languages.</param>
    /// <param name="before">What is there already.</param>
    /// <param name="first">The issuer's language.</param>
    /// <param name="second">The language that it is translated into.</param>
    public static IReadOnlyList<ResultDescription> Read(DeskForm form, IReadOnlyList<ResultDescription> before, string first, string second)
    {
        if (form["scheme.0.type"] is null)
        {
            return before;
        }

        var read = new List<ResultDescription>();
        for (var row = 0; row < MaxRows; row++)
        {
            if (ResultOf(form, $"scheme.{row}", before, read, first, second) is { } result)
            {
                read.Add(result);
            }
        }

        return read;
    }

    private static ResultDescription? ResultOf(DeskForm form, string field, IReadOnlyList<ResultDescription> before, List<ResultDescription> read, string first, string second)
    {
        if (form[$"{field}.first"] is null && form[$"{field}.second"] is null)
        {
            return null;
        }

        var old = before.FirstOrDefault(description => description.Id == form[$"{field}.id"]);
        var made = (old ?? new() { Id = Free("r", before.Concat(read).Select(description => description.Id)), Name = new([]), ResultType = "" }) with
        {
            Name = AchievementForm.TextOf(form, field, old?.Name ?? new([]), first, second),
            Outcome = int.TryParse(form[$"{field}.outcome"], NumberStyles.None, CultureInfo.InvariantCulture, out var outcome) ? outcome : null,
        };
        var needed = form[$"{field}.needed"];
        return form[$"{field}.type"] switch
        {
            Rubric => RubricOf(made, LevelsOf(form, $"{field}.levels", old?.Levels ?? [], first, second), needed),
            PassFail => Plain(made, ResultTypes.Status) with { RequiredValue = ResultTypes.Completed },
            Percent => Plain(made, ResultTypes.Percent) with { RequiredValue = needed },
            Points => Plain(made, ResultTypes.RawScore) with { RequiredValue = needed },
            _ => made with { RequiredValue = needed },
        };
    }

    // Bounds belong to the scheme that they were given for.
    private static ResultDescription Plain(ResultDescription made, string type) => made.ResultType == type && made.AllowedValues.Count == 0
        ? made with { Levels = [] }
        : made with { ResultType = type, Levels = [], AllowedValues = [], ValueMin = null, ValueMax = null };

    private static ResultDescription RubricOf(ResultDescription made, IReadOnlyList<RubricLevel> levels, string? needed) => Plain(made, ResultTypes.RubricCriterionLevel) with
    {
        Levels = levels,
        ValueMin = null,
        ValueMax = null,
        RequiredValue = int.TryParse(needed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && levels.ElementAtOrDefault(number - 1) is { } level ? level.Id : needed,
    };

    private static List<RubricLevel> LevelsOf(DeskForm form, string field, IReadOnlyList<RubricLevel> before, string first, string second)
    {
        var (inFirst, inSecond) = (Lines(form[$"{field}.first"]), Lines(form[$"{field}.second"]));
        var levels = new List<RubricLevel>();
        for (var i = 0; i < Math.Max(inFirst.Length, inSecond.Length); i++)
        {
            var old = before.ElementAtOrDefault(i);
            var texts = new[] { (Language: first, Text: inFirst.ElementAtOrDefault(i)), (Language: second, Text: inSecond.ElementAtOrDefault(i)) };
            var name = new LanguageMap(
            [
                .. texts.Where(text => text.Text is not null).Select(text => KeyValuePair.Create(text.Language, text.Text!)),
                .. old?.Name.Where(text => text.Key != first && text.Key != second) ?? [],
            ]);
            levels.Add((old ?? new() { Id = Free("l", before.Concat(levels).Select(level => level.Id)), Name = name }) with { Name = name });
        }

        return levels;
    }

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Free(string prefix, IEnumerable<string> taken) =>
        Enumerable.Range(1, 1000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}")).First(id => !taken.Contains(id));
}
