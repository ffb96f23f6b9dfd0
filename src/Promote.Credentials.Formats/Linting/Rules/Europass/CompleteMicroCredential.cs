using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>What calls itself a micro-credential has the elements that the Council Recommendation 2022/C 243/02, Annex I, asks of one and the shapes do not.</summary>
internal sealed class CompleteMicroCredential() : LintRule("PC-L077", FormatFamily.Europass)
{
    private static readonly IReadOnlyDictionary<string, string> Elements = new Dictionary<string, string>
    {
        ["learningOutcome"] = "the learning outcomes", ["volumeOfLearning"] = "the workload", ["eqfLevel"] = "the level", ["additionalNote"] = "the type of quality assurance",
    };

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var titles = Member(Member(input.Root, "displayParameter"), "title");
        if (!DocumentLanguages.Of(input.Root).Any(language => Text(titles, language) == CertificateFace.KindOf(AnnexI.MicroCredential, language)))
        {
            return [];
        }

        var claim = Member(Member(input.Root, "credentialSubject"), "hasClaim");
        var specification = Member(claim, "specifiedBy");
        var missing = Elements.Where(element => Member(specification, element.Key).ValueKind == JsonValueKind.Undefined).Select(element => element.Value).ToList();
        if (!Each(claim, "", "provenBy").Any(assessment => Member(Member(assessment.Value, "specifiedBy"), "dcType").ValueKind != JsonValueKind.Undefined))
        {
            missing.Add("the type of assessment");
        }

        if (!HasParticipation(claim, specification))
        {
            missing.Add("the form of participation");
        }

        return missing.Select(element => Finding("/credentialSubject/hasClaim", $"A micro-credential says {element}."));
    }

    private static bool HasParticipation(JsonElement claim, JsonElement specification) =>
        new[] { Member(specification, "mode"), Member(specification, "learningSetting"), Member(Member(claim, "learningOpportunity"), "learningSchedule") }
            .Any(place => place.ValueKind != JsonValueKind.Undefined)
        || Each(claim, "", "influencedBy").Any(activity => Member(Member(activity.Value, "specifiedBy"), "mode").ValueKind != JsonValueKind.Undefined);
}
