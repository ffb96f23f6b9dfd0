using System.Text;
using Promote.Credentials.Domain.Issuers;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Bodies that the service takes.</summary>
internal static class Samples
{
    /// <summary>An achievement with every member.</summary>
    public const string Achievement = """
        {
          "name": {"en": "Dynamic security", "ro": "Securitate dinamică"},
          "description": {"en": "Works with people, not only with locks.", "ro": "Lucrează cu oamenii, nu doar cu încuietori."},
          "criteria": {"en": "Pass the practical assessment with at least 60 points.", "ro": "Promovarea evaluării practice cu cel puțin 60 de puncte."},
          "type": "MicroCredential",
          "outcomes": [{"title": {"en": "apply de-escalation", "ro": "aplică dezescaladarea"}, "esco": "http://data.europa.eu/esco/skill/96de2e86-e287-41f2-88ab-15a2343afc6f", "type": "http://data.europa.eu/snb/skill-type/skill", "reusability": "http://data.europa.eu/snb/skill-reuse-level/sector-specific"}],
          "thematicArea": "http://data.europa.eu/snb/isced-f/1032",
          "opportunityType": "http://data.europa.eu/snb/learning-opportunity/74a4a268e8",
          "activities": [
            {"title": {"en": "Practice on the wing", "ro": "Practică în secție"}, "type": "http://data.europa.eu/snb/learning-activity/4357e0e681", "mode": "http://data.europa.eu/snb/learning-assessment/729f3bed4b", "workload": "PT40H"},
            {"title": {"en": "Talks with colleagues", "ro": "Discuții cu colegii"}}
          ],
          "entryRequirement": {"en": "Works in custody", "ro": "Lucrează în detenție"},
          "occupation": "http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312",
          "eqfLevel": 4,
          "credits": {"ects": "2"},
          "workload": "PT60H",
          "mode": "http://data.europa.eu/snb/learning-assessment/e92d221e4d",
          "assessmentType": "http://data.europa.eu/snb/assessment/6a4db9f11d",
          "supervision": "http://data.europa.eu/snb/supervision-verification/70be69aaf9",
          "participation": "http://data.europa.eu/snb/learning-setting/e207a81fc7",
          "qualityAssurance": "http://data.europa.eu/snb/accreditation/bb4618238e",
          "entitlement": {"title": {"en": "Work as a contact officer", "ro": "Activitate ca ofițer de contact"}, "type": "http://data.europa.eu/snb/entitlement/52f62180c2", "status": "http://data.europa.eu/snb/entitlement-status/5b8d6b34fb"},
          "resultDescriptions": [{"id": "points", "name": {"en": "Points", "ro": "Puncte"}, "resultType": "RawScore", "valueMin": "0", "valueMax": "100", "requiredValue": "60"}],
          "validity": "P2Y",
          "policy": {"resultsRequired": true}
        }
        """;

    public static string IssuerJson(string slug) => $$"""
        {"slug": "{{slug}}", "name": {"en": "Centre {{slug}}"}, "country": "RO", "language": "en", "url": "https://example.org/", "email": "office@example.org"}
        """;

    /// <summary>A change of an issuer.</summary>
    public const string IssuerProfile = """{"name": {"en": "Centre of Vocational Excellence"}, "country": "RO", "language": "en", "email": "office@example.org"}""";

    /// <summary>An award with every member, of <see cref="Achievement"/>.</summary>
    public static string Award(string achievementId) => $$"""
        {
          "achievement": "{{achievementId}}",
          "learner": {"givenName": "Ioana", "familyName": "Țepeș", "email": "ioana@prison.example", "identifier": "platform-17", "language": "ro", "dateOfBirth": "1990-05-01"},
          "awardedOn": "2026-03-20",
          "validUntil": null,
          "activity": {"from": "2026-01-10", "to": "2026-03-15"},
          "results": [{"resultDescription": "points", "value": "92"}],
          "evidence": [{"name": "Case file", "url": "https://evidence.example/17", "narrative": "Two interviews."}],
          "narrative": "Led both interviews alone.",
          "formats": ["ob3"]
        }
        """;

    public static Issuer Issuer(string slug) =>
        new() { Id = "", Slug = slug, Name = new([new("en", $"Centre {slug}")]), CountryCode = "RO", PrimaryLanguage = "en" };

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
