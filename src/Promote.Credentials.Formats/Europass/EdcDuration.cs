namespace Promote.Credentials.Formats.Europass;

/// <summary>
/// Whether a duration can be what it is given for. The shapes ask only for ISO 8601 form, and take “P60M”, sixty months,
/// for the sixty hours that were meant.
/// </summary>
internal static class EdcDuration
{
    private const string Elm = "http://data.europa.eu/snb/model/elm/";

    /// <summary>Why a value of a property is impossible, as the end of a sentence; null if it is possible or no duration at all.</summary>
    public static string? Refusal(string property, string text) => property switch
    {
        Elm + "volumeOfLearning" or Elm + "workload" when HasYearsOrMonths(text) =>
            "counts notional hours: no number of years or months says how many.",
        Elm + "volumeOfLearning" or Elm + "workload" or Elm + "maximumDuration" when !IsPositive(text) => "must be longer than nothing.",
        _ => null,
    };

    private static bool HasYearsOrMonths(string text) => text.Split('T')[0].AsSpan().ContainsAny('Y', 'M');

    private static bool IsPositive(string text) => !text.StartsWith('-') && text.AsSpan().ContainsAnyInRange('1', '9');
}
