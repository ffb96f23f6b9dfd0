using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>
/// The mandatory elements of a micro-credential: Council Recommendation 2022/C 243/02, Annex I. The formats ask for few of them, so
/// an achievement of this type is neither published nor awarded before all are there.
/// </summary>
public static class AnnexI
{
    /// <summary>The achievementType that the Annex is about.</summary>
    public const string MicroCredential = "MicroCredential";

    /// <summary>All eleven, in the order of the Annex.</summary>
    public static IReadOnlyList<AnnexIElement> Mandatory { get; } =
    [
        new("identification of the learner", "", ComesWithTheAward),
        new("title of the micro-credential", "/name", (content, _) => content.Name.Count > 0),
        new("country of the issuer", "", (content, issuer) => ConceptList.Countries.TryGetByCode(issuer.CountryCode, out _)),
        new("awarding body", "", (_, issuer) => issuer.Name.Count > 0),
        new("date of issuing", "", ComesWithTheAward),
        new("learning outcomes", "/outcomes", (content, _) => content.Outcomes.Count > 0),
        // Hours; credits are asked for "wherever possible" only.
        new("notional workload", "/workload", (content, _) => content.Workload is not null),
        new("level of the learning experience", "/eqfLevel", (content, _) => content.EqfLevel is not null),
        new("type of assessment", "/assessmentType", (content, _) => content.AssessmentType is not null),
        new("form of participation", "/participation", (content, _) => (content.Participation ?? content.Mode) is not null),
        new("type of quality assurance", "/qualityAssurance", (content, _) => content.QualityAssurance is not null),
    ];

    /// <summary>The elements that a credential for this achievement by this issuer would lack.</summary>
    public static IReadOnlyList<AnnexIElement> Missing(AchievementContent content, Issuer issuer) =>
        [.. Mandatory.Where(element => !element.IsThere(content, issuer))];

    /// <summary>Why a micro-credential cannot be published or awarded: each element that is missing. Nothing stands against other types.</summary>
    /// <param name="content">What the version says.</param>
    /// <param name="issuer">Who publishes or awards it.</param>
    /// <param name="pointer">The member of the request that names the achievement, or null where the request is about the achievement itself.</param>
    public static IReadOnlyList<Refusal> WhyNot(AchievementContent content, Issuer issuer, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Type != MicroCredential ? [] :
        [
            .. Missing(content, issuer).Select(element => new Refusal(
                RefusalCode.IncompleteMicroCredential, pointer ?? element.Pointer, $"The micro-credential does not say its {element.Name} (Council Recommendation 2022/C 243/02, Annex I).")),
        ];
    }

    // A proposal names the learner, and issuing sets the date: LearnerRules and Award.Decide let no award pass without.
    private static bool ComesWithTheAward(AchievementContent content, Issuer issuer) => true;
}
