using System.Text.Json;
using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>What the published shapes of European Digital Credentials ask for, and that nothing in one is lost on its readers.</summary>
internal static class EuropassRules
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document) =>
        EdcValidation.Validate(document).Select(finding => new FormatProblem(finding.Pointer ?? "", finding.Message, SeverityOf(finding)));

    // The shapes let impossible dates and durations pass, and the published samples have some: told, and not held against the document.
    // What only one of the two published versions asks for is no fault by the other.
    private static FormatSeverity SeverityOf(EdcFinding finding) => finding.Kind switch
    {
        EdcFindingKind.ImpossibleDate or EdcFindingKind.ImpossibleDuration => FormatSeverity.Warning,
        EdcFindingKind.UnknownKey or EdcFindingKind.LostValue => FormatSeverity.Lenient,
        EdcFindingKind.SchemaViolation when finding.ShapeVersions.Count == 1 => FormatSeverity.Lenient,
        _ => FormatSeverity.Error,
    };
}
