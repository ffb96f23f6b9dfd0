namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>A day of birth is midnight UTC of that day: the zone of a writer moved it by one in published documents.</summary>
internal sealed class BirthDay() : LeafRule("PC-L062", FormatFamily.Europass, ["dateOfBirth"], "Write the day as 1990-05-01T00:00:00Z.")
{
    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => leaf.Text?.EndsWith("T00:00:00Z", StringComparison.Ordinal) != true;
}
