using System.Globalization;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Pathways;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk;

/// <summary>A pathway as a picture in the language of the page: what it asks for, or how far somebody is.</summary>
internal sealed class PathwayPicture(PathwayContent content, IReadOnlyDictionary<string, PathwayAchievement> achievements, PageLanguage page)
{
    /// <summary>What it asks for.</summary>
    public string Draw() => Draw(Progress.Of(content, [], achievements), Asked, step => $"{page["desk.pathway.steps"]} {NumberOf(content.Root, step)}");

    /// <summary>How far somebody is.</summary>
    public string Draw(StepProgress root) => Draw(root, Why, step => RuleOf(step, page));

    /// <summary>What a rule asks for.</summary>
    public static string RuleOf(PathwayStep step, PageLanguage page) => step.Rule switch
    {
        StepRule.AtLeast => page.Format("desk.pathway.needs.steps", ("needs", step.Needs ?? 0), ("count", step.Steps.Count)),
        StepRule.Credits => page.Format("desk.pathway.needs.credits", ("needs", step.Needs ?? 0)),
        _ => page["desk.pathway.rule.allof"],
    };

    private string Draw(StepProgress root, Func<StepProgress, string> why, Func<PathwayStep, string> untitled) =>
        ProgressSvg.Draw(content, root, achievements, page.Language.Tag, why, untitled);

    // As the form numbers it: 2.1 is the first below the second.
    private static string? NumberOf(PathwayStep root, PathwayStep sought)
    {
        foreach (var (index, step) in root.Steps.Index())
        {
            if (step == sought || NumberOf(step, sought) is not null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{index + 1}{(step == sought ? "" : "." + NumberOf(step, sought))}");
            }
        }

        return null;
    }

    private string Asked(StepProgress step)
    {
        var asked = step.Step.Achievement is { } id ? $"{page.Texts.Number(achievements.GetValueOrDefault(id)?.Ects ?? 0)} ECTS" : RuleOf(step.Step, page);
        return step.WaitsFor.Count > 0 ? $"{asked} · {Waits(step)}" : asked;
    }

    private string Why(StepProgress step) => (step.State, step.Step) switch
    {
        (StepState.NotNeeded, _) => page["desk.progress.notNeeded"],
        (StepState.Blocked, _) => Waits(step),
        (StepState.Met, { Achievement: not null }) => page["desk.progress.earned"],
        (StepState.Lost, { Achievement: not null }) => page["desk.progress.lost"],
        (_, { Achievement: not null }) => page["desk.progress.missing"],
        (_, { Rule: StepRule.Credits }) => page.Format("desk.progress.credits", ("has", step.Has), ("needs", step.Needs)),
        _ => page.Format("desk.progress.steps", ("has", step.Has), ("needs", step.Needs)),
    };

    private string Waits(StepProgress step) => page.Format("desk.progress.blocked", ("steps", string.Join(", ", step.WaitsFor.Select(NameOf))));

    private string NameOf(string id)
    {
        var step = content.Root.Flatten().First(step => step.Id == id);
        return ProgressSvg.TitleOf(step, content, achievements, page.Language.Tag) ?? RuleOf(step, page);
    }
}
