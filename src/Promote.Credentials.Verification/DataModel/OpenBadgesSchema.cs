using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>The JSON Schemas of Open Badges 3.0 (appendix B).</summary>
internal static class OpenBadgesSchema
{
    /// <summary>AchievementCredential.</summary>
    internal static IEnumerable<FormatProblem> Achievement(JsonElement document) => Check(EmbeddedSchemas.OpenBadges3AchievementCredential, document);

    /// <summary>EndorsementCredential.</summary>
    internal static IEnumerable<FormatProblem> Endorsement(JsonElement document) => Check(EmbeddedSchemas.OpenBadges3EndorsementCredential, document);

    // JSON-LD means the same by one value and by a list of one; the schemas want the list, and much software writes the value.
    private static IEnumerable<FormatProblem> Check(JsonSchema schema, JsonElement document)
    {
        var violations = Violations(schema, document);
        if (violations.Count == 0)
        {
            return [];
        }

        var listed = Violations(schema, SingleValues.AsLists(document));
        return listed.Count == 0
            ? violations.Select(violation => violation with { Severity = FormatSeverity.Lenient })
            : listed;
    }

    private static List<FormatProblem> Violations(JsonSchema schema, JsonElement document) =>
    [
        .. from violation in schema.Validate(document)
           where !IsProof(violation.Pointer)
           select new FormatProblem(violation.Pointer, violation.Message),
    ];

    // The schema wants an array of proofs, VC 2.0 §4.12 takes one proof as well, and most software writes that: the proof check reads both.
    private static bool IsProof(string pointer) => pointer == "/proof" || pointer.StartsWith("/proof/", StringComparison.Ordinal);
}
