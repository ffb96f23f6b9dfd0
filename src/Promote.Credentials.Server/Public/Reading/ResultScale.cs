using Promote.Credentials.Formats.OpenBadges3.Views;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>What can be reached in an assessment, as one line. What somebody did reach is not public.</summary>
internal static class ResultScale
{
    public static string Describe(ResultDescriptionView result) => string.Join("; ", Parts(result));

    private static IEnumerable<string> Parts(ResultDescriptionView result)
    {
        if (result.Type is { Length: > 0 } type)
        {
            yield return TypeName.Describe(type);
        }

        if (result.AllowedValues.Count > 0)
        {
            yield return string.Join(" < ", result.AllowedValues);
        }
        else if (result is { ValueMin: { } min, ValueMax: { } max })
        {
            yield return $"{min} to {max}{(result.Type == "Percent" ? " %" : "")}";
        }

        if (result.RequiredValue is { } required)
        {
            yield return $"required: {required}{(result.Type == "Percent" ? " %" : "")}";
        }
    }
}
