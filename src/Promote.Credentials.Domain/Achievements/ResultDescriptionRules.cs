using System.Globalization;
using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>What stands against the result descriptions of an achievement.</summary>
internal static partial class ResultDescriptionRules
{
    internal const int MaxValue = 100;

    private const int MaxDescriptions = 20;
    private const int MaxValues = 100;
    private const int MaxLevels = 10;
    private const int MaxLevelDescription = 1000;

    internal static void Check(RequestCheck check, IReadOnlyList<ResultDescription> descriptions, int outcomes, string primaryLanguage)
    {
        const string Parent = "/resultDescriptions";
        check.RefuseUnless(descriptions.Count <= MaxDescriptions, RefusalCode.InvalidValue, Parent, $"Give at most {MaxDescriptions} result descriptions.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < descriptions.Count; i++)
        {
            var at = RequestCheck.At(Parent, i);
            var description = descriptions[i];
            check.RefuseUnless(Id.IsMatch(description.Id), RefusalCode.InvalidValue, $"{at}/id", "Make the id of letters, digits and hyphens, at most 64.");
            check.RefuseUnless(ids.Add(description.Id), RefusalCode.InvalidValue, $"{at}/id", "Another result description has this id.");
            check.LineIn(description.Name, $"{at}/name", primaryLanguage, AchievementRules.MaxName);
            check.RefuseUnless(
                AchievementRules.IsTermOf(ResultTypes.All, description.ResultType), RefusalCode.InvalidValue, $"{at}/resultType", "Take a type from Open Badges 3.0, such as Percent, or ext: and a name.");
            check.RefuseUnless(
                description.Outcome is null || (description.Outcome >= 0 && description.Outcome < outcomes), RefusalCode.InvalidValue, $"{at}/outcome", "The achievement has no outcome with this number; the first is 0.");
            CheckLevels(check, description, at, primaryLanguage);
            CheckValues(check, description, at);
        }
    }

    /// <summary>Reads a number as results write it: a point, no exponent, no group separators.</summary>
    internal static decimal? Number(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void CheckValues(RequestCheck check, ResultDescription description, string at)
    {
        CheckAllowedValues(check, description.AllowedValues, description.ResultType, $"{at}/allowedValues");
        CheckNumber(check, description.ValueMin, $"{at}/valueMin");
        CheckNumber(check, description.ValueMax, $"{at}/valueMax");
        check.RefuseUnless(
            description.ResultType != ResultTypes.Percent || (!(Number(description.ValueMin) < 0) && !(Number(description.ValueMax) > 100)), RefusalCode.InvalidValue, $"{at}/resultType", "Percent goes from 0 to 100.");
        check.RefuseUnless(
            !(Number(description.ValueMin) > Number(description.ValueMax)), RefusalCode.InvalidValue, $"{at}/valueMax", "The largest value is smaller than the smallest.");
        if (description.RequiredValue is { } required && description.WhyNot(required) is { } reason)
        {
            check.Refuse(RefusalCode.InvalidValue, $"{at}/requiredValue", reason);
        }
    }

    private static void CheckLevels(RequestCheck check, ResultDescription description, string at, string primaryLanguage)
    {
        var levels = description.Levels;
        if (levels.Count == 0)
        {
            return;
        }

        check.RefuseUnless(description.ResultType == ResultTypes.RubricCriterionLevel, RefusalCode.InvalidValue, $"{at}/levels", "Only a result of the type RubricCriterionLevel has levels.");
        check.RefuseUnless(levels.Count is >= 2 and <= MaxLevels, RefusalCode.InvalidValue, $"{at}/levels", $"A rubric has 2 to {MaxLevels} levels, the lowest first.");
        check.RefuseUnless(
            description is { AllowedValues.Count: 0, ValueMin: null, ValueMax: null }, RefusalCode.InvalidValue, at, "The levels are the values of a rubric: leave allowedValues, valueMin and valueMax out.");
        for (var i = 0; i < levels.Count; i++)
        {
            var of = RequestCheck.At($"{at}/levels", i);
            check.RefuseUnless(Id.IsMatch(levels[i].Id), RefusalCode.InvalidValue, $"{of}/id", "Make the id of letters, digits and hyphens, at most 64.");
            check.RefuseUnless(levels.Take(i).All(other => other.Id != levels[i].Id), RefusalCode.InvalidValue, $"{of}/id", "Another level has this id.");
            check.LineIn(levels[i].Name, $"{of}/name", primaryLanguage, AchievementRules.MaxName);
            check.BlockIn(levels[i].Description, $"{of}/description", primaryLanguage, MaxLevelDescription);
            CheckNumber(check, levels[i].Points, $"{of}/points");
        }
    }

    private static void CheckAllowedValues(RequestCheck check, IReadOnlyList<string> values, string type, string at)
    {
        for (var i = 0; i < values.Count && type == ResultTypes.Status; i++)
        {
            check.RefuseUnless(ResultTypes.Statuses.Contains(values[i]), RefusalCode.InvalidValue, RequestCheck.At(at, i), "A status is one of Open Badges 3.0, such as Completed.");
        }

        check.RefuseUnless(values.Count <= MaxValues, RefusalCode.InvalidValue, at, $"Give at most {MaxValues} values.");
        check.RefuseUnless(values.Distinct().Count() == values.Count, RefusalCode.InvalidValue, at, "A value stands here twice.");
        for (var i = 0; i < values.Count; i++)
        {
            check.RequiredLine(values[i], RequestCheck.At(at, i), MaxValue);
        }
    }

    private static void CheckNumber(RequestCheck check, string? value, string at) =>
        check.RefuseUnless(value is null || Number(value) is not null, RefusalCode.InvalidValue, at, "Give a number such as 0 or 59.5.");

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}\\z")]
    private static partial Regex Id { get; }
}
