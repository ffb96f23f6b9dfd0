using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V009: the further schemas that a document names (VC 2.0 §4.11) are kept. Those of Open Badges and Europass are known here: the format check applies them.</summary>
internal sealed class SchemaCheck() : Check("PC-V009", CheckIds.Schema, "Further schemas")
{
    private const int MostSchemas = 3;

    private static readonly string[] Known =
    [
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json",
        "http://data.europa.eu/snb/model/ap/edc-generic-full",
        "http://data.europa.eu/snb/model/ap/edc-generic-no-cv",
    ];

    private static readonly string[] JsonSchemaTypes = ["1EdTechJsonSchemaValidator2019", "JsonSchema"];

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var others = candidate.Document.Each("credentialSchema").Where(schema => !Known.Contains(schema.Text("id"))).ToList();
        var findings = new List<Finding>();
        foreach (var schema in others.Take(MostSchemas))
        {
            findings.Add(await JudgeAsync(schema, candidate, cancellationToken));
        }

        if (others.Count > MostSchemas)
        {
            findings.Add(Unknown($"{others.Count} schemas"));
        }

        return findings.MaxBy(finding => finding.Outcome.Weight());
    }

    private static async Task<Finding> JudgeAsync(JsonElement schema, Candidate candidate, CancellationToken cancellationToken)
    {
        if (!JsonSchemaTypes.Any(type => schema.Names("type", type)) || !Uri.TryCreate(schema.Text("id"), UriKind.Absolute, out var url))
        {
            return Unknown("A schema of another kind");
        }

        var answer = await candidate.Inquiry.Fetcher.FetchAsync(new FetchRequest(url, FetchKind.JsonSchema), cancellationToken);
        if (answer.Failure is not null)
        {
            return candidate.Open("schema.unreachable", "The document names a further schema, which cannot be looked up from here.", answer.Detail);
        }

        try
        {
            var violations = JsonSchema.ParseForeign(FetchedJson.Read(answer.Body)).Validate(candidate.Document);
            return violations.Count == 0
                ? Finding.Passed("schema.kept", "The document keeps the further schemas that it names.")
                : Finding.Failed("schema.broken", "The document does not keep a schema that it names itself.", [.. violations.Take(5).Select(violation => $"{violation.Pointer}: {violation.Keyword}")]);
        }
        catch (InvalidSchemaException)
        {
            return Unknown("A schema with words that are not known here");
        }
    }

    private static Finding Unknown(string fact) =>
        Finding.Warning("schema.unknown", "The document names a further schema that cannot be applied here.", fact);
}
