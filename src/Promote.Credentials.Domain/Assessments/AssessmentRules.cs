using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Assessments;

/// <summary>What stands between what an assessor recorded and an award. Pointers lead into the body of <c>PUT /api/v1/assessments/{id}</c>.</summary>
public static class AssessmentRules
{
    private const int MaxItems = 20;
    private const int MaxTitle = 200;
    private const int MaxChecked = 2000;

    /// <summary>Everything that a draft cannot keep: it may lack something, but what it says has to be right.</summary>
    public static IReadOnlyList<Refusal> CheckDraft(AssessmentContent content, AssessmentKind kind, Learner learner, Issuer issuer, AchievementVersion version, IReadOnlyCollection<string> formats, DateTimeOffset now) =>
        [.. Check(content, kind, learner, issuer, version, formats, now).Where(refusal => refusal.Code is not (RefusalCode.MissingField or RefusalCode.IncompleteMicroCredential))];

    /// <summary>Everything that stands against awarding what was recorded; empty when it can be submitted.</summary>
    /// <param name="content">What was recorded.</param>
    /// <param name="kind">What was looked at.</param>
    /// <param name="learner">Who was assessed.</param>
    /// <param name="issuer">Who assesses.</param>
    /// <param name="version">The version of the achievement that the assessment was opened for.</param>
    /// <param name="formats">The names of the formats that can be issued.</param>
    /// <param name="now">The instant of asking.</param>
    public static IReadOnlyList<Refusal> Check(AssessmentContent content, AssessmentKind kind, Learner learner, Issuer issuer, AchievementVersion version, IReadOnlyCollection<string> formats, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(version);
        var check = new RequestCheck();
        check.RefuseUnless(content.AwardedOn is not null, RefusalCode.MissingField, "/awardedOn", "Say when the learner showed it.");
        CheckPortfolio(check, content.Portfolio, kind, version.Content.Outcomes.Count, now);
        var decision = Award.Decide(content.ToProposal(learner, new ConfirmedAssessment("", version.Number), now), issuer, version, formats, now);
        return decision.Granted ? check.Refusals : [.. check.Refusals, .. decision.Refusals];
    }

    private static void CheckPortfolio(RequestCheck check, IReadOnlyList<PortfolioItem> portfolio, AssessmentKind kind, int outcomes, DateTimeOffset now)
    {
        check.RefuseUnless(kind == AssessmentKind.PriorLearning || portfolio.Count == 0, RefusalCode.InvalidValue, "/portfolio", "A portfolio belongs to the recognition of prior learning: open the assessment with the kind priorLearning.");
        check.RefuseUnless(portfolio.Count <= MaxItems, RefusalCode.InvalidValue, "/portfolio", $"Give at most {MaxItems} items.");
        for (var i = 0; i < portfolio.Count; i++)
        {
            var (item, at) = (portfolio[i], RequestCheck.At("/portfolio", i));
            check.RefuseUnless(item.Outcome >= 0 && item.Outcome < outcomes, RefusalCode.InvalidValue, $"{at}/outcome", "The achievement has no outcome with this number; the first is 0.");
            check.RequiredLine(item.Title, $"{at}/title", MaxTitle);
            check.RefuseUnless(!(item.From > now), RefusalCode.DatesContradict, $"{at}/from", "The experience lies in the future.");
            check.RefuseUnless(!(item.To < item.From), RefusalCode.DatesContradict, $"{at}/to", "The experience ends before it begins.");
            check.WebLink(item.Url, $"{at}/url");
            check.RefuseUnless(!string.IsNullOrWhiteSpace(item.Checked), RefusalCode.MissingField, $"{at}/checked", "Say how it was checked.");
            check.Block(item.Checked, $"{at}/checked", MaxChecked);
        }

        for (var outcome = 0; kind == AssessmentKind.PriorLearning && outcome < outcomes; outcome++)
        {
            check.RefuseUnless(
                portfolio.Any(item => item.Outcome == outcome), RefusalCode.MissingField, "/portfolio", $"Nothing in the portfolio shows outcome {outcome}.");
        }
    }
}
