using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A result refers to a description of the same achievement, else nobody can tell what its value means.</summary>
internal sealed class ResultsDescribed() : LintRule("PC-L015", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var described = Items(input.Achievement, "resultDescription").Select(description => Text(description, "id")).ToHashSet();
        return from result in Items(input.Subject, "result").Index()
               where !described.Contains(Text(result.Item, "resultDescription"))
               select Finding(JsonPointer.Append("/credentialSubject/result", result.Index), "Refer to a resultDescription of the achievement.");
    }
}
