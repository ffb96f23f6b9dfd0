using System.Globalization;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>Instants in UTC and whole seconds, so that a day stays the day for everybody and texts compare like instants.</summary>
internal sealed class InstantsInUtc() : LintRule("PC-L080", FormatFamily.Europass)
{
    private static readonly HashSet<string> Instants = ["issued", "issuanceDate", "validFrom", "validUntil", "awardingDate", "startDate", "endDate", "dateOfBirth"];

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from leaf in input.Leaves
        where Instants.Contains(leaf.Name) && !DateTime.TryParseExact(leaf.Text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        select Finding(leaf.Pointer, "Write the instant as 2026-11-20T00:00:00Z.");
}
