using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Awards;

/// <summary>What stands between a proposal and an award. Pointers lead into the body of <c>POST /api/v1/awards</c>.</summary>
internal static class AwardRules
{
    private const int MaxEvidence = 20;
    private const int MaxEvidenceName = 200;
    private const int MaxEvidenceNarrative = 2000;
    private const int MaxNarrative = 8000;
    private const int MaxYearsAhead = 10;

    /// <summary>All reasons against the proposal, in the order of the request.</summary>
    internal static List<Refusal> Check(AwardProposal proposal, AchievementVersion achievement, IReadOnlyCollection<string> formats, DateTimeOffset now)
    {
        var check = new RequestCheck();
        check.RefuseUnless(
            !achievement.Content.Policy.IsAssessed || proposal.Assessment is not null || proposal.Vouched, RefusalCode.AssessmentRequired, "/achievement",
            "This achievement is awarded after an assessment only: open one with POST /api/v1/assessments, or use a key with the scope awards:vouch.");
        LearnerRules.Check(check, proposal.Learner, now);
        CheckDates(check, proposal, achievement, now);
        CheckResults(check, proposal.Results, achievement.Content);
        CheckEvidence(check, proposal.Evidence, achievement.Content.Policy);
        check.Block(proposal.Narrative, "/narrative", MaxNarrative);
        CheckFormats(check, proposal.Formats, formats);
        return check.Refusals;
    }

    private static void CheckDates(RequestCheck check, AwardProposal proposal, AchievementVersion achievement, DateTimeOffset now)
    {
        check.RefuseUnless(proposal.AwardedOn <= now, RefusalCode.DatesContradict, "/awardedOn", "The award lies in the future.");
        check.RefuseUnless(
            !(proposal.ValidFrom < proposal.AwardedOn), RefusalCode.DatesContradict, "/validFrom", "The award would be valid before it was earned.");
        if (proposal.ValidFrom > now.AddYears(MaxYearsAhead))
        {
            check.Refuse(RefusalCode.DatesContradict, "/validFrom", $"The award would begin in more than {MaxYearsAhead} years.");
            return;
        }

        var end = Award.EndOf(proposal, achievement);
        check.RefuseUnless(
            !(end <= now) && !(end <= proposal.ValidFrom), RefusalCode.DatesContradict, "/validUntil",
            "The award would end before it begins: validUntil must lie after the moment of issuing and after validFrom.");
        check.RefuseUnless(
            !(proposal.Activity?.From > now), RefusalCode.DatesContradict, "/activity/from", "The activity lies in the future.");
        check.RefuseUnless(
            !(proposal.Activity?.To < proposal.Activity?.From), RefusalCode.DatesContradict, "/activity/to", "The activity ends before it begins.");
    }

    private static void CheckResults(RequestCheck check, IReadOnlyList<Result> results, AchievementContent achievement)
    {
        for (var i = 0; i < results.Count; i++)
        {
            CheckResult(check, results[i], achievement, RequestCheck.At("/results", i));
        }

        check.RefuseUnless(
            results.DistinctBy(result => result.ResultDescription).Count() == results.Count, RefusalCode.InvalidValue, "/results", "Two results are for the same result description.");
        var isComplete = achievement.ResultDescriptions.All(description => results.Any(result => result.ResultDescription == description.Id));
        check.RefuseUnless(
            isComplete || !achievement.Policy.ResultsRequired, RefusalCode.MissingField, "/results", "The achievement asks for a result for each of its result descriptions.");
    }

    private static void CheckResult(RequestCheck check, Result result, AchievementContent achievement, string at)
    {
        var description = achievement.ResultDescriptions.FirstOrDefault(candidate => candidate.Id == result.ResultDescription);
        check.RefuseUnless(description is not null, RefusalCode.InvalidValue, $"{at}/resultDescription", "The achievement has no result description with this id.");
        check.RequiredLine(result.Value, $"{at}/value", ResultDescriptionRules.MaxValue);
        if (description?.WhyNot(result.Value) is { } reason)
        {
            check.Refuse(RefusalCode.InvalidValue, $"{at}/value", reason);
        }
        else if (description?.FallsShort(result.Value) == true)
        {
            check.Refuse(RefusalCode.InvalidValue, $"{at}/value", "The value lies below the one that the achievement requires.");
        }
    }

    private static void CheckEvidence(RequestCheck check, IReadOnlyList<Evidence> evidence, AwardPolicy policy)
    {
        check.RefuseUnless(evidence.Count > 0 || !policy.EvidenceRequired, RefusalCode.MissingField, "/evidence", "The achievement asks for evidence.");
        check.RefuseUnless(evidence.Count <= MaxEvidence, RefusalCode.InvalidValue, "/evidence", $"Give at most {MaxEvidence} pieces of evidence.");
        for (var i = 0; i < evidence.Count; i++)
        {
            var at = RequestCheck.At("/evidence", i);
            var (name, url, narrative) = evidence[i];
            var saysSomething = !string.IsNullOrWhiteSpace(name) || url is not null || !string.IsNullOrWhiteSpace(narrative);
            check.RefuseUnless(saysSomething, RefusalCode.MissingField, at, "Give a name, a url or a narrative.");
            check.Line(name, $"{at}/name", MaxEvidenceName);
            check.WebLink(url, $"{at}/url");
            check.Block(narrative, $"{at}/narrative", MaxEvidenceNarrative);
        }
    }

    private static void CheckFormats(RequestCheck check, IReadOnlyList<string> wanted, IReadOnlyCollection<string> known)
    {
        check.RefuseUnless(wanted.Count > 0, RefusalCode.MissingField, "/formats", $"Name at least one format: {string.Join(", ", known)}.");
        for (var i = 0; i < wanted.Count; i++)
        {
            var at = RequestCheck.At("/formats", i);
            check.RefuseUnless(known.Contains(wanted[i]), RefusalCode.InvalidValue, at, $"The formats are: {string.Join(", ", known)}.");
            check.RefuseUnless(!wanted.Take(i).Contains(wanted[i]), RefusalCode.InvalidValue, at, "The format stands here twice.");
        }
    }
}
