using System.Text.Json;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>The eleven mandatory elements of Annex I as documents say them, each at the place that docs/annex-i.md names, in the order of the Annex.</summary>
internal static class AnnexIReaders
{
    /// <summary>Out of a document of Open Badges 3.0.</summary>
    /// <param name="document">The document.</param>
    /// <param name="who">The learner, from the hash of the address and its salt.</param>
    public static IReadOnlyList<string> OpenBadges3(JsonElement document, Func<string, string, string> who)
    {
        var (issuer, subject) = (document.GetProperty("issuer"), document.GetProperty("credentialSubject"));
        var achievement = subject.GetProperty("achievement");
        var alignments = achievement.GetProperty("alignment").EnumerateArray().ToLookup(target => Text(target, "targetType"));
        var identity = subject.GetProperty("identifier").EnumerateArray().First(one => Text(one, "identityType") == "emailAddress");
        return
        [
            who(Text(identity, "identityHash"), Text(identity, "salt")),
            Text(achievement, "name"),
            Text(issuer.GetProperty("address"), "addressCountryCode"),
            Text(issuer, "name"),
            Text(document, "awardedDate"),
            Text(Assert.Single(alignments["ext:ESCOSkill"]), "targetUrl"),
            Text(Assert.Single(alignments["ext:Workload"]), "targetCode"),
            Text(Assert.Single(alignments["ext:EQFLevel"]), "targetUrl"),
            Text(Assert.Single(alignments["ext:AssessmentType"]), "targetUrl"),
            Text(Assert.Single(alignments["ext:Participation"]), "targetUrl"),
            Text(Assert.Single(alignments["ext:QualityAssurance"]), "targetUrl"),
        ];
    }

    /// <summary>Out of the content of a European Digital Credential.</summary>
    public static IReadOnlyList<string> Europass(JsonElement document)
    {
        var (subject, issuer) = (document.GetProperty("credentialSubject"), document.GetProperty("issuer"));
        var claim = subject.GetProperty("hasClaim");
        var specification = claim.GetProperty("specifiedBy");
        return
        [
            Text(subject.GetProperty("fullName"), "en"),
            Text(claim.GetProperty("title"), "en"),
            ConceptList.Countries.TryGet(new Uri(Text(At(issuer, "location", "address", "countryCode"), "id")), out var country) ? country.Code! : "",
            Text(At(claim, "awardedBy", "awardingBody", "legalName"), "en"),
            Text(claim.GetProperty("awardedBy"), "awardingDate"),
            Text(At(specification, "learningOutcome", "relatedESCOSkill"), "id"),
            Text(specification, "volumeOfLearning"),
            Text(specification.GetProperty("eqfLevel"), "id"),
            Text(At(claim, "provenBy", "specifiedBy", "dcType"), "id"),
            Text(specification.GetProperty("learningSetting"), "id"),
            Text(At(specification, "additionalNote", "subject"), "id"),
        ];
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;

    private static JsonElement At(JsonElement element, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            element = element.GetProperty(member);
        }

        return element;
    }
}
