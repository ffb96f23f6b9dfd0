using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Formats.Europass;

/// <summary>The hand-made micro-credential of <c>vectors/europass</c>, which the official shapes accept, is what an award comes out as.</summary>
public sealed class GoldenTemplateTests
{
    private const string Lists = "http://data.europa.eu/snb/";

    // What differs, and why. Everything else in the template is in our document, at the same place and with the same value.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["/displayParameter/individualDisplay/displayDetail/image/content"] = "the template has no picture",
        ["/issuer/id"] = "a random part is put behind it, as by the Commission's own issuer",
        ["/issuer/location/id"] = "named after the certificate, as by the Commission's own issuer",
        ["/issuer/location/address/id"] = "the same",
        ["/issuer/legalName/en"] = "a certificate names an organisation once",
        ["/credentialSubject/hasClaim/specifiedBy/creditPoint/framework/prefLabel/en"] = "the published name is longer",
    };

    [VectorsFact]
    public void The_template_comes_out_of_an_award_field_for_field()
    {
        using var template = StrictJson.Parse(Vectors.Read("europass/samples/minimal-promote-mc.json"));
        using var ours = StrictJson.Parse(Writer.Write(Award, Ids).Utf8);
        var missing = new List<string>();
        Compare(template.RootElement, ours.RootElement, "", missing);
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [VectorsFact]
    public void What_we_say_besides_is_known()
    {
        using var template = StrictJson.Parse(Vectors.Read("europass/samples/minimal-promote-mc.json"));
        using var ours = StrictJson.Parse(Writer.Write(Award, Ids).Utf8);
        var more = new List<string>();
        Compare(ours.RootElement, template.RootElement, "", more, onlyAbsent: true);
        Assert.Equal(
            [
                "/credentialSubject/familyName", "/credentialSubject/givenName",
                "/credentialSubject/hasClaim/creditReceived", "/credentialSubject/hasClaim/description",
                "/credentialSubject/hasClaim/specifiedBy/additionalNote", "/credentialSubject/hasClaim/specifiedBy/mode", "/issuer/altLabel",
            ],
            more.Where(pointer => !IsLanguage(pointer)).Select(pointer => pointer.Replace("/0", "", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    private static Award Award
    {
        get
        {
            var issuedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
            var decision = Award.Decide(
                new AwardProposal
                {
                    Learner = new Learner { GivenName = "Ion", FamilyName = "Popescu", Identifier = "1", DateOfBirth = new DateOnly(1990, 5, 1) },
                    AwardedOn = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
                    ValidUntil = issuedAt.AddYears(3),
                    Results = [new Result("portfolio", "Pass")],
                    Formats = [FormatList.Europass],
                },
                new Issuer { Id = "1", Slug = "cove", Name = Text("Centrul PROMOTE", "PROMOTE Centre"), CountryCode = "RO", PrimaryLanguage = "ro" },
                new AchievementVersion("1", 1, Content),
                FormatList.Names,
                issuedAt);
            Assert.Empty(decision.Refusals);
            return decision.Value!;
        }
    }

    private static AchievementContent Content => new()
    {
        Name = Text("Dezescaladarea conflictelor", "De-escalation in custody"),
        Description = Text("Liniștește conflictele.", "Calms conflicts."),
        Criteria = Text("Un portofoliu.", "A portfolio."),
        Type = AnnexI.MicroCredential,
        Outcomes = [new LearningOutcome(Text("Dezescaladează conflicte", "De-escalates conflicts"), new Uri("http://data.europa.eu/esco/skill/326809fc-238d-40c2-881e-40042f7f2f0d"))],
        EqfLevel = 4,
        Credits = new Credits(2),
        Workload = "PT60H",
        ThematicArea = new Uri(Lists + "isced-f/1032"),
        Mode = new Uri(Lists + "learning-assessment/729f3bed4b"),
        Participation = new Uri(Lists + "learning-setting/e207a81fc7"),
        AssessmentType = new Uri(Lists + "assessment/4f03b91c0e"),
        Supervision = new Uri(Lists + "supervision-verification/70be69aaf9"),
        QualityAssurance = new Uri(Lists + "accreditation/bb4618238e"),
        LearningOpportunityType = new Uri(Lists + "learning-opportunity/74a4a268e8"),
        Activities = [new LearningActivity { Title = Text("La locul de muncă", "On the job"), Type = new Uri(Lists + "learning-activity/4357e0e681") }],
        ResultDescriptions = [new ResultDescription { Id = "portfolio", Name = Text("Portofoliu", "Portfolio"), ResultType = "Result" }],
    };

    private static CredentialIds Ids => new()
    {
        Urls = new PublicUrls(new Uri("https://credentials.promote.example")),
        PublicId = "q2mQ0v6cTk-3Wn1bYx9sZA",
        IssuerDid = "did:web:credentials.promote.example",
        Status = new("not used", 0),
        Salt = "not used",
        SubjectId = "not used",
        AssertionId = "not used",
        SignedAssertionId = "not used",
        EuropassId = "urn:credential:3f0b5c1e-0000-4000-8000-000000000001",
        SealOwnerId = CredentialIds.NewSealOwnerId(),
        Seal = new SealSubject("RO", "Centrul PROMOTE", "VATRO-00000000", "Seal of the centre"),
        IsTest = true,
    };

    private static LanguageMap Text(string romanian, string english) => new([new("ro", romanian), new("en", english)]);

    private static bool IsLanguage(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..] is [_, _] or "1";

    // A single value of the template may be the first of ours: we have a page for English too.
    private static void Compare(JsonElement one, JsonElement other, string pointer, List<string> missing, bool onlyAbsent = false)
    {
        if (one.ValueKind == JsonValueKind.Array && other.ValueKind != JsonValueKind.Array)
        {
            Compare(one[0], other, pointer, missing, onlyAbsent);
            return;
        }

        if (other.ValueKind == JsonValueKind.Array && one.ValueKind != JsonValueKind.Array)
        {
            Compare(one, other[0], pointer, missing, onlyAbsent);
            return;
        }

        switch (one.ValueKind)
        {
            case JsonValueKind.Object when other.ValueKind == JsonValueKind.Object:
                foreach (var member in one.EnumerateObject())
                {
                    var at = $"{pointer}/{member.Name}";
                    if (other.TryGetProperty(member.Name, out var counterpart))
                    {
                        Compare(member.Value, counterpart, at, missing, onlyAbsent);
                    }
                    else
                    {
                        missing.Add(at);
                    }
                }

                break;
            case JsonValueKind.Array when other.ValueKind == JsonValueKind.Array && one.GetArrayLength() == other.GetArrayLength():
                foreach (var (index, item) in one.EnumerateArray().Index())
                {
                    Compare(item, other[index], $"{pointer}/{index}", missing, onlyAbsent);
                }

                break;
            default:
                if (!onlyAbsent && !JsonElement.DeepEquals(one, other))
                {
                    missing.Add(pointer);
                }

                break;
        }
    }
}
