using System.Globalization;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Desk.Pages;

namespace Promote.Credentials.Server.Desk;

/// <summary>A step in the form of a pathway.</summary>
/// <param name="Page">The page that it is on.</param>
/// <param name="Step">The step.</param>
/// <param name="Parent">The step above it; null for the whole.</param>
/// <param name="Place">What its fields begin with, such as <c>root.1.0</c>.</param>
internal sealed record PathwayStepField(PathwayModel Page, PathwayStep Step, PathwayStep? Parent, string Place)
{
    /// <summary>Where refusals point to, such as <c>/root/steps/1/steps/0</c>.</summary>
    public string Pointer => "/" + Place.Replace(".", "/steps/", StringComparison.Ordinal);

    /// <summary>Its number for people, such as 2.1; null for the whole.</summary>
    public string? Number => NumberOf(Place);

    /// <summary>Its place as the name of an anchor.</summary>
    public string Anchor => Place.Replace('.', '-');

    /// <summary>The steps below it.</summary>
    public IEnumerable<PathwayStepField> Below => Step.Steps.Select((step, index) => new PathwayStepField(Page, step, Step, string.Create(CultureInfo.InvariantCulture, $"{Place}.{index}")));

    /// <summary>The steps that it may wait for: neither itself, nor those around it, nor those below it.</summary>
    public IEnumerable<PathwayStepField> Others => new PathwayStepField(Page, Page.Pathway.Root, null, PathwayForm.Root).Flatten()
        .Where(other => other.Parent is not null && other.Place != Place && !Place.StartsWith(other.Place + ".", StringComparison.Ordinal) && !other.Place.StartsWith(Place + ".", StringComparison.Ordinal));

    /// <summary>What stands against one of its members.</summary>
    public IEnumerable<DeskRefusal> RefusalsAt(string member) => Page.RefusalsAt($"{Pointer}/{member}");

    private static string? NumberOf(string place) => place == PathwayForm.Root
        ? null
        : string.Join('.', place.Split('.').Skip(1).Select(index => (int.Parse(index, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<PathwayStepField> Flatten() => Below.SelectMany(step => step.Flatten()).Prepend(this);
}
