using System.Globalization;
using System.Text.RegularExpressions;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Domain.Pathways;

/// <summary>What stands between a description of a pathway and a pathway that somebody can complete. Pointers lead into the body of <c>POST /api/v1/pathways</c>.</summary>
public static partial class PathwayRules
{
    private const int MaxSteps = 200;
    private const int MaxDepth = 8;
    private const int MaxName = 200;
    private const int MaxDescription = 5000;

    /// <summary>Everything that stands against it; empty when it can be kept.</summary>
    /// <param name="content">The pathway.</param>
    /// <param name="primaryLanguage">The issuer's language, in which every text has to be.</param>
    /// <param name="achievements">The published achievements of the network that it names, by id.</param>
    public static IReadOnlyList<Refusal> Check(PathwayContent content, string primaryLanguage, IReadOnlyDictionary<string, PathwayAchievement> achievements)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(achievements);
        var check = new RequestCheck();
        check.LineIn(content.Name, "/name", primaryLanguage, MaxName);
        if (content.Description is not null)
        {
            check.BlockIn(content.Description, "/description", primaryLanguage, MaxDescription);
        }

        check.RefuseUnless(!content.Automatic || content.Achievement is not null, RefusalCode.MissingField, "/achievement", "Say what is awarded by itself.");
        var steps = Located(content.Root, "/root", 1).Take(MaxSteps + 1).ToList();
        check.RefuseUnless(steps.Count <= MaxSteps, RefusalCode.InvalidValue, "/root", $"A pathway has at most {MaxSteps} steps.");
        if (check.Refusals.Count > 0)
        {
            return check.Refusals;
        }

        foreach (var (step, pointer, depth) in steps)
        {
            CheckStep(check, step, pointer, depth, primaryLanguage, achievements);
        }

        CheckIds(check, steps);
        CheckPrerequisites(check, steps);
        check.RefuseUnless(
            content.Achievement is null || steps.TrueForAll(one => one.Step.Achievement != content.Achievement), RefusalCode.InvalidValue, "/achievement", "A pathway cannot lead through the achievement that it ends in.");
        return check.Refusals;
    }

    private static IEnumerable<(PathwayStep Step, string Pointer, int Depth)> Located(PathwayStep step, string pointer, int depth) => depth > MaxDepth
        ? [(step, pointer, depth)]
        : step.Steps.Index().SelectMany(one => Located(one.Item, RequestCheck.At($"{pointer}/steps", one.Index), depth + 1)).Prepend((step, pointer, depth));

    private static void CheckStep(RequestCheck check, PathwayStep step, string pointer, int depth, string primaryLanguage, IReadOnlyDictionary<string, PathwayAchievement> achievements)
    {
        check.RefuseUnless(depth <= MaxDepth, RefusalCode.InvalidValue, pointer, $"Steps lie at most {MaxDepth} deep.");
        check.RefuseUnless(StepId().IsMatch(step.Id), RefusalCode.InvalidValue, $"{pointer}/id", "Give an id of 1 to 60 letters, digits and hyphens.");
        if (step.Achievement is { } achievement)
        {
            check.RefuseUnless(step.Rule is null && step.Steps.Count == 0 && step.Needs is null, RefusalCode.InvalidValue, pointer, "A step is an achievement or a rule over steps, not both.");
            check.RefuseUnless(achievements.ContainsKey(achievement), RefusalCode.InvalidValue, $"{pointer}/achievement", "No issuer of this network has published an achievement with this id.");
            return;
        }

        if (step.Title is not null)
        {
            check.LineIn(step.Title, $"{pointer}/title", primaryLanguage, MaxName);
        }

        check.RefuseUnless(step.Rule is not null, RefusalCode.MissingField, $"{pointer}/rule", "Name an achievement, or give a rule over steps.");
        check.RefuseUnless(step.Steps.Count > 0, RefusalCode.MissingField, $"{pointer}/steps", "Give the steps of the rule.");
        CheckNeeds(check, step, pointer, achievements);
    }

    // What nobody can reach is not a pathway.
    private static void CheckNeeds(RequestCheck check, PathwayStep step, string pointer, IReadOnlyDictionary<string, PathwayAchievement> achievements)
    {
        var at = $"{pointer}/needs";
        switch (step.Rule)
        {
            case StepRule.AllOf:
                check.RefuseUnless(step.Needs is null, RefusalCode.InvalidValue, at, "All of the steps are needed: leave the number out.");
                check.RefuseUnless(step.Steps.Count == 0 || step.Steps.Any(one => !one.Optional), RefusalCode.InvalidValue, $"{pointer}/steps", "Nobody would have to do anything: at least one step must not be optional.");
                break;
            case StepRule.AtLeast:
                check.RefuseUnless(step.Needs is { } number && number >= 1 && number == decimal.Truncate(number), RefusalCode.InvalidValue, at, "Say how many steps are needed, as a whole number.");
                check.RefuseUnless(!(step.Needs > step.Steps.Count), RefusalCode.InvalidValue, at, $"Only {step.Steps.Count} steps are there.");
                break;
            case StepRule.Credits:
                var credits = CreditsOf(step, achievements);
                check.RefuseUnless(step.Needs is > 0, RefusalCode.InvalidValue, at, "Say how many credit points are needed.");
                check.RefuseUnless(!(step.Needs > credits), RefusalCode.InvalidValue, at, string.Create(CultureInfo.InvariantCulture, $"All steps together have {credits} credit points."));
                break;
        }
    }

    private static decimal CreditsOf(PathwayStep step, IReadOnlyDictionary<string, PathwayAchievement> achievements) =>
        step.Flatten().Select(one => one.Achievement).OfType<string>().Distinct().Sum(id => achievements.GetValueOrDefault(id)?.Ects ?? 0);

    private static void CheckIds(RequestCheck check, List<(PathwayStep Step, string Pointer, int Depth)> steps)
    {
        foreach (var (_, pointer, _) in steps.GroupBy(one => one.Step.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            check.Refuse(RefusalCode.InvalidValue, $"{pointer}/id", "Another step has this id.");
        }
    }

    // A step waits for those that it requires, and a rule for its own steps: whoever waits for themselves waits for ever.
    private static void CheckPrerequisites(RequestCheck check, List<(PathwayStep Step, string Pointer, int Depth)> steps)
    {
        var byId = steps.Select(one => one.Step).DistinctBy(step => step.Id).ToDictionary(step => step.Id, StringComparer.Ordinal);
        var isKnown = true;
        foreach (var (step, pointer, _) in steps)
        {
            foreach (var (index, required) in step.Requires.Index())
            {
                isKnown &= byId.ContainsKey(required);
                check.RefuseUnless(byId.ContainsKey(required), RefusalCode.InvalidValue, RequestCheck.At($"{pointer}/requires", index), "No step of this pathway has this id.");
            }
        }

        if (!isKnown)
        {
            return;
        }

        var done = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (step, pointer, _) in steps)
        {
            check.RefuseUnless(step.Requires.Count == 0 || !WaitsForItself(step.Id, byId, done), RefusalCode.InvalidValue, $"{pointer}/requires", "The step would wait for itself.");
        }
    }

    // False is "being looked at", true is "ends".
    private static bool WaitsForItself(string id, Dictionary<string, PathwayStep> byId, Dictionary<string, bool> done)
    {
        if (done.TryGetValue(id, out var ends))
        {
            return !ends;
        }

        done[id] = false;
        var waits = byId[id].Requires.Concat(byId[id].Steps.Select(step => step.Id)).Any(next => WaitsForItself(next, byId, done));
        done[id] = !waits;
        return waits;
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,60}\z")]
    private static partial Regex StepId();
}
