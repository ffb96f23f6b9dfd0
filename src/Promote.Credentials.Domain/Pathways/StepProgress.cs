namespace Promote.Credentials.Domain.Pathways;

/// <summary>How far a learner is with one step, and why.</summary>
/// <param name="Step">The step.</param>
/// <param name="State">How far.</param>
/// <param name="Has">What counts of it: 1 for an achievement that was earned, the number of steps that are met, or their credit points.</param>
/// <param name="Needs">What it takes.</param>
/// <param name="Awards">The awards that count, or that counted once where it is lost.</param>
/// <param name="WaitsFor">The steps that block it.</param>
/// <param name="Steps">The steps below it.</param>
public sealed record StepProgress(
    PathwayStep Step, StepState State, decimal Has, decimal Needs, IReadOnlyList<string> Awards, IReadOnlyList<string> WaitsFor, IReadOnlyList<StepProgress> Steps)
{
    /// <summary>This step and all below it, each before those below it.</summary>
    public IEnumerable<StepProgress> Flatten() => Steps.SelectMany(step => step.Flatten()).Prepend(this);
}
