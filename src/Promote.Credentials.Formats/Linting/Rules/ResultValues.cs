using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A result has a value that its description allows: one of allowedValue, or a number between valueMin and valueMax.</summary>
internal sealed class ResultValues() : LintRule("PC-L029", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from result in input.Results
        let value = Text(result.Json, "value")
        where value is not null && !(IsAllowed(result.Description, value) && IsInRange(result.Description, value))
        select Finding($"{result.Pointer}/value", "Give a value that the result's description allows.");

    private static bool IsAllowed(JsonElement description, string value)
    {
        var allowed = Items(description, "allowedValue").ToList();
        return allowed.Count == 0 || allowed.Exists(candidate => candidate.ValueEquals(value));
    }

    private static bool IsInRange(JsonElement description, string value)
    {
        var (min, max) = (Number(Text(description, "valueMin")), Number(Text(description, "valueMax")));
        return (min is null && max is null) || (Number(value) is { } number && !(number < min) && !(number > max));
    }
}
