using System.Globalization;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Pathways;

/// <summary>A step as the API explains it.</summary>
/// <param name="Id">Its name within the pathway.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Achievement">The achievement; nothing for a rule over steps.</param>
/// <param name="State">How far the learner is.</param>
/// <param name="Has">What counts of it.</param>
/// <param name="Needs">What it takes.</param>
/// <param name="Why">Why it is so, in a sentence.</param>
/// <param name="Awards">The awards that count.</param>
/// <param name="WaitsFor">The steps that block it.</param>
/// <param name="Steps">The steps below it.</param>
internal sealed record StepAnswer(
    string Id, LanguageMap? Title, string? Achievement, StepState State, decimal Has, decimal Needs, string Why, IReadOnlyList<string> Awards, IReadOnlyList<string> WaitsFor, IReadOnlyList<StepAnswer> Steps)
{
    public static StepAnswer Of(StepProgress progress, IReadOnlyDictionary<string, PathwayAchievement> achievements) => new(
        progress.Step.Id,
        progress.Step.Achievement is { } achievement ? achievements.GetValueOrDefault(achievement)?.Name : progress.Step.Title,
        progress.Step.Achievement, progress.State, progress.Has, progress.Needs, WhyOf(progress), progress.Awards, progress.WaitsFor, [.. progress.Steps.Select(step => Of(step, achievements))]);

    /// <summary>Why a step is met or not, in English.</summary>
    public static string WhyOf(StepProgress progress) => (progress.State, progress.Step) switch
    {
        (StepState.NotNeeded, _) => "Not needed any more.",
        (StepState.Blocked, _) => $"Waits for: {string.Join(", ", progress.WaitsFor)}.",
        (StepState.Met, { Achievement: not null }) => "Earned.",
        (StepState.Lost, { Achievement: not null }) => "The award was revoked or suspended, or it is over.",
        (_, { Achievement: not null }) => "Not earned yet.",
        (_, { Rule: StepRule.Credits }) => string.Create(CultureInfo.InvariantCulture, $"{progress.Has:0.##} of {progress.Needs:0.##} credit points."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{progress.Has:0} of {progress.Needs:0} steps."),
    };
}
