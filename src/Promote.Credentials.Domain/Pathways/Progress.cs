namespace Promote.Credentials.Domain.Pathways;

/// <summary>
/// How far a learner is on a pathway. More awards never undo a step that is met, and their order does not matter: every step asks only
/// whether others are met.
/// </summary>
public sealed class Progress
{
    private readonly Dictionary<string, PathwayStep> byId;
    private readonly ILookup<string, HeldAward> awards;
    private readonly IReadOnlyDictionary<string, PathwayAchievement> achievements;
    private readonly HashSet<string> required;
    private readonly Dictionary<string, StepProgress> done = new(StringComparer.Ordinal);

    private Progress(PathwayContent pathway, IEnumerable<HeldAward> held, IReadOnlyDictionary<string, PathwayAchievement> achievements)
    {
        byId = pathway.Root.Flatten().ToDictionary(step => step.Id, StringComparer.Ordinal);
        required = byId.Values.SelectMany(step => step.Requires).ToHashSet(StringComparer.Ordinal);
        awards = held.ToLookup(award => award.Achievement, StringComparer.Ordinal);
        this.achievements = achievements;
    }

    /// <summary>Computes it.</summary>
    /// <param name="pathway">A pathway that <see cref="PathwayRules"/> let through.</param>
    /// <param name="held">What the learner got.</param>
    /// <param name="achievements">The achievements of the pathway, by id.</param>
    public static StepProgress Of(PathwayContent pathway, IEnumerable<HeldAward> held, IReadOnlyDictionary<string, PathwayAchievement> achievements)
    {
        ArgumentNullException.ThrowIfNull(pathway);
        return new Progress(pathway, held, achievements).Of(pathway.Root);
    }

    private StepProgress Of(PathwayStep step)
    {
        if (done.TryGetValue(step.Id, out var known))
        {
            return known;
        }

        var waitsFor = step.Requires.Where(required => Of(byId[required]).State != StepState.Met).ToList();
        var progress = step.Achievement is null ? OfRule(step, waitsFor) : OfAchievement(step, step.Achievement, waitsFor);
        return done[step.Id] = progress;
    }

    private StepProgress OfAchievement(PathwayStep step, string achievement, List<string> waitsFor)
    {
        var all = awards[achievement].ToList();
        var counting = all.Where(award => award.Counts).ToList();
        var state = (counting.Count > 0, waitsFor.Count > 0) switch
        {
            (true, false) => StepState.Met,
            (_, true) => StepState.Blocked,
            _ => all.Count > 0 ? StepState.Lost : StepState.Missing,
        };
        return new(step, state, counting.Count > 0 ? 1 : 0, 1, [.. (counting.Count > 0 ? counting : all).Select(award => award.Id)], waitsFor, []);
    }

    private StepProgress OfRule(PathwayStep step, List<string> waitsFor)
    {
        var steps = step.Steps.Select(Of).ToList();
        var met = steps.Where(one => one.State == StepState.Met).ToList();
        var (has, needs) = step.Rule switch
        {
            StepRule.AllOf => (met.Count(one => !one.Step.Optional), (decimal)steps.Count(one => !one.Step.Optional)),
            StepRule.AtLeast => (met.Count, step.Needs!.Value),
            _ => (CreditsOf(steps), step.Needs!.Value),
        };
        var state = (has >= needs, waitsFor.Count > 0) switch
        {
            (true, false) => StepState.Met,
            (_, true) => StepState.Blocked,
            _ => steps.Exists(one => one.State == StepState.Lost) ? StepState.Lost : StepState.Missing,
        };
        return new(step, state, has, needs, [.. met.SelectMany(one => one.Awards).Distinct()], waitsFor, state == StepState.Met ? steps.ConvertAll(NotNeeded) : steps);
    }

    // What was lost stays to be seen, and so does what another step waits for.
    private StepProgress NotNeeded(StepProgress step) => step.State is StepState.Missing or StepState.Blocked && !required.Contains(step.Step.Id)
        ? step with { State = StepState.NotNeeded, Steps = [.. step.Steps.Select(NotNeeded)] }
        : step;

    // An achievement counts once, however often it stands below a step.
    private decimal CreditsOf(List<StepProgress> steps) => steps.SelectMany(step => step.Flatten())
        .Where(step => step is { State: StepState.Met, Step.Achievement: not null })
        .Select(step => step.Step.Achievement!).Distinct().Sum(id => achievements.GetValueOrDefault(id)?.Ects ?? 0);
}
