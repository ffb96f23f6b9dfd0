using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A level of the European Qualifications Framework is one of the eight published concepts, and its code is that level.</summary>
internal sealed class EqfLevels() : LintRule("PC-L036", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from alignment in Items(input.Achievement, "alignment").Index()
        where Text(alignment.Item, "targetType") == AlignmentTypes.EqfLevel && !IsLevel(Text(alignment.Item, "targetUrl"), Text(alignment.Item, "targetCode"))
        select Finding(JsonPointer.Append("/credentialSubject/achievement/alignment", alignment.Index), "Give the concept of a level from 1 to 8 and its number as targetCode.");

    private static bool IsLevel(string? url, string? code) =>
        code is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8'] && url == Terms.EqfLevels + code;
}
