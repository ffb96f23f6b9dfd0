namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A day of birth is midnight UTC of that day: the zone of a writer moved it by one in published documents.</summary>
internal sealed class BirthDay() : LintRule("PC-L062", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where leaf.Name == "dateOfBirth" && leaf.Text?.EndsWith("T00:00:00Z", StringComparison.Ordinal) != true
        select Finding(leaf.Pointer, "Write the day as 1990-05-01T00:00:00Z.");
}
