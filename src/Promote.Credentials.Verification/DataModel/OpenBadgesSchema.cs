using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>The JSON Schema of AchievementCredential (OB 3.0 appendix B).</summary>
internal static class OpenBadgesSchema
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document) =>
        from violation in EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(document)
        where !IsProof(violation.Pointer)
        select new FormatProblem(violation.Pointer, violation.Message);

    // The schema wants an array of proofs, VC 2.0 §4.12 takes one proof as well, and most software writes that: the proof check reads both.
    private static bool IsProof(string pointer) => pointer == "/proof" || pointer.StartsWith("/proof/", StringComparison.Ordinal);
}
