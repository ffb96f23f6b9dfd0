using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>A document may name further schemas to be checked against (VC 2.0 §4.11). The one of Open Badges is known here.</summary>
internal static class CredentialSchemas
{
    private const string Known = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    internal static IEnumerable<FormatProblem> Check(JsonElement document) => document
        .Each("credentialSchema")
        .Select((schema, index) => (Id: schema.Text("id"), Index: index))
        .Where(schema => schema.Id != Known)
        .Select(schema => new FormatProblem($"/credentialSchema/{schema.Index}", "A schema that is not known here.", IsWarning: true));
}
