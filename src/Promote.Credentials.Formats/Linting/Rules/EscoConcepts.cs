using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What is called an ESCO skill or occupation leads to one: a label on any other page would borrow the name of ESCO.</summary>
internal sealed class EscoConcepts() : LintRule("PC-L035", FormatFamily.OpenBadges3)
{
    private const string Skills = "http://data.europa.eu/esco/skill/";
    private const string Occupations = "http://data.europa.eu/esco/occupation/";

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from alignment in Items(input.Achievement, "alignment").Index()
        let prefix = PrefixOf(Text(alignment.Item, "targetType"))
        where prefix is not null && Text(alignment.Item, "targetUrl")?.StartsWith(prefix, StringComparison.Ordinal) != true
        select Finding(JsonPointer.Append("/credentialSubject/achievement/alignment", alignment.Index), "Give the ESCO concept as targetUrl.");

    private static string? PrefixOf(string? targetType) => targetType switch
    {
        AlignmentTypes.EscoSkill => Skills,
        AlignmentTypes.EscoOccupation => Occupations,
        _ => null,
    };
}
