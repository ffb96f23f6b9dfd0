using Promote.Credentials.Domain.Achievements;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A result of the type Status says it in <c>status</c>, any other one says nothing there: readers look in one place.</summary>
internal sealed class StatusOfStatusResults() : LintRule("PC-L030", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from result in input.Results
        let isStatus = Text(result.Description, "resultType") == ResultTypes.Status
        where isStatus != (Text(result.Json, "status") is not null)
        select Finding(result.Pointer, "Give a status to a result of the type Status, and to no other.");
}
