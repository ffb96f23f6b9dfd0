using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Tests.LinkedData.Shacl;

namespace Promote.Credentials.Tests.Formats.Europass;

public sealed class EdcValidationTests
{
    private const string Claim = "/credentialSubject/hasClaim";
    private static readonly string[] Both = ["1.1.0", "1.2.0"];

    [VectorsFact]
    public void The_golden_credential_is_in_order() => Assert.Empty(Validate(EdcSample.Golden));

    [VectorsFact]
    public void Sealed_samples_conform_and_count_hours_of_work_in_months() => Assert.Equal(
        [(EdcFindingKind.ImpossibleDuration, $"{Claim}/influencedBy/specifiedBy/volumeOfLearning"), (EdcFindingKind.ImpossibleDuration, $"{Claim}/specifiedBy/volumeOfLearning")],
        EdcSample.Sealed.SelectMany(Validate).Select(finding => (finding.Kind, finding.Pointer!)));

    [VectorsFact]
    public void Unsealed_samples_lack_what_the_seal_adds_and_nothing_else() => Assert.All(EdcSample.Unsealed, sample =>
    {
        var violations = Validate(sample).Where(finding => finding.Kind == EdcFindingKind.SchemaViolation).ToList();

        Assert.Equal(
            [
                ("", "“issued” of elm:EuropeanDigitalCredential must have at least 1 value."),
                ("/issuer", "“issuer” of elm:EuropeanDigitalCredential must be of the shape Issuer."),
            ],
            violations.Select(finding => (finding.Pointer!, finding.Message)).Order());
        Assert.All(violations, finding => Assert.Equal(Both, finding.ShapeVersions));
        Assert.DoesNotContain(Validate(sample), finding => finding.Kind is EdcFindingKind.UnknownKey or EdcFindingKind.LostValue);
    });

    [VectorsFact]
    public void A_wrong_value_is_found_by_its_pointer()
    {
        var finding = Assert.Single(Changed(credential => credential["credentialSubject"]!["hasClaim"]!["title"] = "no language"));

        Assert.Equal((EdcFindingKind.SchemaViolation, $"{Claim}/title"), (finding.Kind, finding.Pointer));
        Assert.Equal("“title” of elm:LearningAchievement must be a literal of the datatype rdf:langString.", finding.Message);
        Assert.Equal("datatype", finding.Violation!.Component);
    }

    [VectorsFact]
    public void A_property_goes_by_its_name_in_json()
    {
        var finding = Assert.Single(Changed(credential => credential["issuer"]!["legalName"] = new JsonObject { ["ro"] = new JsonArray("A", "B") }));

        Assert.Equal("/issuer/legalName", finding.Pointer);
        Assert.Equal("“legalName” of elm:Organisation must have at most one value in each language.", finding.Message);
    }

    [VectorsTheory]
    [InlineData("\"https://status.example/1\"", "1.1.0", "1.2.0")]
    [InlineData("""{ "id": "https://status.example/1", "type": "CredentialStatus" }""", "1.1.0")]
    [InlineData("""{ "@value": "https://status.example/1", "@type": "http://www.w3.org/2001/XMLSchema#anyURI" }""", "1.2.0", "1.2.0")]
    public void A_status_fits_one_version_of_the_shapes_or_none(string status, params string[] versions)
    {
        var findings = Changed(credential => credential["credentialStatus"] = JsonNode.Parse(status));

        Assert.Equal(versions, findings.SelectMany(finding => finding.ShapeVersions).Order());
        Assert.All(findings, finding => Assert.Equal("/credentialStatus", finding.Pointer));
    }

    [VectorsFact]
    public void Every_unknown_member_is_reported_wherever_it_is()
    {
        var findings = Changed(credential =>
        {
            credential["titel"] = "x";
            credential["credentialSubject"]!["nationalId"] = "x";
            credential["credentialSubject"]!["hasClaim"]!["issued"] = "2026-11-20T00:00:00Z";
        });

        // "issued" is a name of the credential only: its type brings it.
        Assert.Equal(
            ["/credentialSubject/hasClaim/issued", "/credentialSubject/nationalId", "/titel"],
            findings.Select(finding => finding.Pointer).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.Equal(EdcFindingKind.UnknownKey, finding.Kind));
    }

    [VectorsTheory]
    [InlineData("dateModified", "\"2026-11-20T00:00:00Z\"")]
    [InlineData("identifier", "null")]
    [InlineData("supplementaryDocument", "\"www.example.org\"")]
    public void A_value_that_readers_never_see_is_reported(string member, string value)
    {
        var finding = Assert.Single(Changed(credential => credential["credentialSubject"]!["hasClaim"]![member] = JsonNode.Parse(value)));

        Assert.Equal((EdcFindingKind.LostValue, $"{Claim}/{member}"), (finding.Kind, finding.Pointer));
    }

    [VectorsFact]
    public void An_unknown_type_is_reported_once()
    {
        var findings = Changed(credential => credential["credentialStatus"] = new JsonObject { ["id"] = "urn:ex:status", ["type"] = "BitstringStatusListEntry" });

        Assert.Equal("/credentialStatus/type", Assert.Single(findings, finding => finding.Kind == EdcFindingKind.LostValue).Pointer);
        Assert.Equal(Both, findings.SelectMany(finding => finding.ShapeVersions).Distinct().Order());
    }

    [VectorsTheory]
    [InlineData("volumeOfLearning", "P60M")]
    [InlineData("volumeOfLearning", "P1Y")]
    [InlineData("volumeOfLearning", "P1MT5H")]
    [InlineData("volumeOfLearning", "PT0H")]
    [InlineData("volumeOfLearning", "-PT5H")]
    [InlineData("maximumDuration", "P0D")]
    [InlineData("maximumDuration", "-P1M")]
    public void A_duration_that_cannot_be_is_reported(string member, string duration)
    {
        var finding = Assert.Single(Changed(credential => credential["credentialSubject"]!["hasClaim"]!["specifiedBy"]![member] = duration));

        Assert.Equal((EdcFindingKind.ImpossibleDuration, $"{Claim}/specifiedBy/{member}"), (finding.Kind, finding.Pointer));
        Assert.DoesNotContain(duration, finding.Message, StringComparison.Ordinal);
    }

    [VectorsTheory]
    [InlineData("volumeOfLearning", "PT60H")]
    [InlineData("volumeOfLearning", "P5DT4H")]
    [InlineData("volumeOfLearning", "PT90M")]
    [InlineData("maximumDuration", "P6M")]
    [InlineData("maximumDuration", "P1Y6M")]
    public void A_duration_that_can_be_is_taken(string member, string duration) =>
        Assert.Empty(Changed(credential => credential["credentialSubject"]!["hasClaim"]!["specifiedBy"]![member] = duration));

    [VectorsTheory]
    [InlineData("1990-02-30T00:00:00Z")]
    [InlineData("1990-13-01T00:00:00Z")]
    [InlineData("1990-05-01T24:01:00Z")]
    [InlineData("1990-05-01T00:00:60Z")]
    [InlineData("1990-05-01T00:00:00+14:01")]
    [InlineData("1990-05-01T00:00:00+02:75")]
    [InlineData("0000-05-01T00:00:00Z")]
    public void A_date_that_the_calendar_lacks_is_reported_without_saying_it(string date)
    {
        var finding = Assert.Single(Changed(credential => credential["credentialSubject"]!["dateOfBirth"] = date));

        Assert.Equal((EdcFindingKind.ImpossibleDate, "/credentialSubject/dateOfBirth"), (finding.Kind, finding.Pointer));
        Assert.DoesNotContain(date, finding.Message, StringComparison.Ordinal);
    }

    [VectorsTheory]
    [InlineData("1992-02-29T00:00:00Z")]
    [InlineData("1990-05-01T00:00:00")]
    [InlineData("1990-05-01T23:59:59.123456789-14:00")]
    public void A_date_that_exists_is_taken(string date) => Assert.Empty(Changed(credential => credential["credentialSubject"]!["dateOfBirth"] = date));

    [VectorsFact]
    public void Contexts_are_the_two_of_the_profile_on_the_outermost_object_only()
    {
        var contexts = EdcSample.Golden["@context"]!.AsArray();
        JsonNode?[] others =
        [
            null, "http://data.europa.eu/snb/model/context/edc-ap", new JsonArray([.. contexts.Reverse().Select(url => url!.DeepClone())]),
            new JsonArray([.. contexts.Select(url => url!.DeepClone()), new JsonObject { ["titel"] = "urn:ex:titel" }]),
        ];

        Assert.All(others, other => Assert.Equal(
            [(EdcFindingKind.WrongContext, "")],
            Changed(credential => credential["@context"] = other).Select(finding => (finding.Kind, finding.Pointer!))));
        Assert.Equal(
            [(EdcFindingKind.WrongContext, "/credentialSubject/@context")],
            Changed(credential => credential["credentialSubject"]!["@context"] = new JsonObject { ["titel"] = "urn:ex:titel" })
                .Select(finding => (finding.Kind, finding.Pointer!)));
    }

    [VectorsFact]
    public void What_is_no_json_ld_is_unreadable() =>
        Assert.Equal(EdcFindingKind.Unreadable, Assert.Single(Changed(credential => credential["id"] = 7)).Kind);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    public void Another_document_is_none_of_these(string json) => Assert.Equal(EdcFindingKind.WrongContext, Assert.Single(Validate(JsonNode.Parse(json)!)).Kind);

    [VectorsFact]
    public void Findings_have_an_end() =>
        Assert.Equal(EdcValidation.MaxFindings, Changed(credential =>
        {
            for (char c = 'A'; c < 'A' + 100; c++)
            {
                credential[$"unknown{c}"] = 1;
            }
        }).Count);

    private static IReadOnlyList<EdcFinding> Changed(Action<JsonObject> change)
    {
        var credential = EdcSample.Golden;
        change(credential);
        return Validate(credential);
    }

    private static IReadOnlyList<EdcFinding> Validate(JsonNode credential)
    {
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(credential.ToJsonString()));
        return EdcValidation.Validate(document.RootElement);
    }
}
