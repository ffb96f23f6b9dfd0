using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>The second context is Open Badges 3.0.3; the schema allows its elder versions, which validators warn about.</summary>
internal static class Contexts
{
    private const string Current = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        if (document.Each("@context").Skip(1).FirstOrDefault() is { ValueKind: JsonValueKind.String } second && !second.ValueEquals(Current))
        {
            yield return new("/@context/1", "Not the current version of the Open Badges context.", FormatSeverity.Warning);
        }
    }
}
