using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>What can be reached in an assessment, as one line. What somebody did reach is not public.</summary>
internal static class ResultScale
{
    public static string Describe(ResultDescriptionView result, Texts texts) => string.Join("; ", Parts(result, texts));

    private static IEnumerable<string> Parts(ResultDescriptionView result, Texts texts)
    {
        if (result.Type is { Length: > 0 } type)
        {
            yield return TypeName.OfResult(type, texts);
        }

        if (result.Levels.Count > 0)
        {
            yield return string.Join(" < ", result.Levels.Select(level => level.Name));
        }
        else if (result.AllowedValues.Count > 0)
        {
            yield return string.Join(" < ", result.AllowedValues);
        }
        else if (result is { ValueMin: { } min, ValueMax: { } max })
        {
            yield return texts.Format("pages.scale.range", ("min", Shown(min)), ("max", Shown(max)));
        }

        if (result.LevelOf(result.RequiredLevel) is { } level)
        {
            yield return texts.Format("pages.scale.required", ("value", level));
        }
        else if (result.RequiredValue is { } required)
        {
            yield return texts.Format("pages.scale.required", ("value", Shown(required)));
        }

        string Shown(string value) => result.Type == "Percent" ? texts.Format("pages.scale.percent", ("value", value)) : value;
    }
}
