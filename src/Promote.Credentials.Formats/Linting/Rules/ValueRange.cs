using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>valueMin and valueMax are numbers in this order: with any others no value would pass.</summary>
internal sealed class ValueRange() : LintRule("PC-L034", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from description in Items(input.Achievement, "resultDescription").Index()
        where !IsRange(Text(description.Item, "valueMin"), Text(description.Item, "valueMax"))
        select Finding(
            JsonPointer.Append("/credentialSubject/achievement/resultDescription", description.Index), "Give valueMin and valueMax as numbers, the smaller one first.");

    private static bool IsRange(string? min, string? max) =>
        (min is null || Number(min) is not null) && (max is null || Number(max) is not null) && !(Number(min) > Number(max));
}
