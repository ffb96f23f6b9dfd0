using System.Globalization;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Desk;

/// <summary>
/// What the form of a pathway says. A step stands in fields that begin with its place in the tree, such as <c>root.1.0</c>; what cannot be
/// read is taken as it stands, for the rules to refuse.
/// </summary>
internal static class PathwayForm
{
    /// <summary>The place of the step that is the whole.</summary>
    public const string Root = "root";

    // The rules refuse deeper trees; here it only ends the reading.
    private const int MaxDepth = 12;

    /// <summary>A pathway of which nothing is known yet.</summary>
    public static PathwayContent Empty { get; } = new()
    {
        Name = new([]), Root = new() { Id = Root, Rule = StepRule.AllOf, Steps = [new() { Id = "s1", Achievement = "" }] },
    };

    /// <param name="form">The form, with texts in two languages.</param>
    /// <param name="before">What is there already: texts in other languages stay.</param>
    /// <param name="languages">The two languages.</param>
    public static PathwayContent Read(DeskForm form, PathwayContent before, LanguagePair languages)
    {
        var steps = before.Root.Flatten().DistinctBy(step => step.Id).ToDictionary(step => step.Id, StringComparer.Ordinal);
        return new()
        {
            Name = languages.Read(form, "name", before.Name),
            Description = languages.Read(form, "description", before.Description) is { Count: > 0 } description ? description : null,
            Achievement = form["achievement"],
            Automatic = form["automatic"] is not null,
            Root = StepOf(form, Root, steps, languages, 0) ?? Empty.Root,
        };
    }

    /// <summary>A pathway with one more step, the last below another one.</summary>
    public static PathwayContent Add(PathwayContent content, string place, bool isGroup)
    {
        var id = Enumerable.Range(1, 1000).Select(number => string.Create(CultureInfo.InvariantCulture, $"s{number}")).First(id => content.Root.Flatten().All(step => step.Id != id));
        PathwayStep added = isGroup ? new() { Id = id, Rule = StepRule.AllOf } : new() { Id = id, Achievement = "" };
        return content with { Root = Change(content.Root, Indices(place), step => step with { Steps = [.. step.Steps, added] })! };
    }

    /// <summary>A pathway without a step and all below it. Who waits for them is not asked any more: the form offers only steps that are there.</summary>
    public static PathwayContent Remove(PathwayContent content, string place) => content with { Root = Change(content.Root, Indices(place), _ => null) ?? content.Root };

    private static PathwayStep? StepOf(DeskForm form, string place, Dictionary<string, PathwayStep> before, LanguagePair languages, int depth)
    {
        if (form[$"{place}.id"] is not { } id || depth > MaxDepth)
        {
            return null;
        }

        var step = new PathwayStep
        {
            Id = id,
            Optional = form[$"{place}.optional"] is not null,
            Requires = [.. form.All($"{place}.requires").Where(text => text.Length > 0)],
        };
        if (form[$"{place}.kind"] == "achievement")
        {
            return step with { Achievement = form[$"{place}.achievement"] ?? "" };
        }

        var rule = Enum.TryParse<StepRule>(form[$"{place}.rule"], out var chosen) && Enum.IsDefined(chosen) ? chosen : StepRule.AllOf;
        return step with
        {
            Title = languages.Read(form, $"{place}.title", before.GetValueOrDefault(id)?.Title) is { Count: > 0 } title ? title : null,
            Rule = rule,
            Needs = rule == StepRule.AllOf ? null : decimal.TryParse(form[$"{place}.needs"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var needs) ? needs : 0,
            Steps = [.. Enumerable.Range(0, int.MaxValue).Select(index => StepOf(form, string.Create(CultureInfo.InvariantCulture, $"{place}.{index}"), before, languages, depth + 1)).TakeWhile(below => below is not null).OfType<PathwayStep>()],
        };
    }

    private static PathwayStep? Change(PathwayStep step, ReadOnlySpan<int> indices, Func<PathwayStep, PathwayStep?> change)
    {
        if (indices.IsEmpty)
        {
            return change(step);
        }

        if (indices[0] >= step.Steps.Count)
        {
            return step;
        }

        var below = step.Steps.ToList();
        if (Change(below[indices[0]], indices[1..], change) is { } changed)
        {
            below[indices[0]] = changed;
        }
        else
        {
            below.RemoveAt(indices[0]);
        }

        return step with { Steps = below };
    }

    private static int[] Indices(string place) => [.. place.Split('.').Skip(1).Select(index => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue)];
}
