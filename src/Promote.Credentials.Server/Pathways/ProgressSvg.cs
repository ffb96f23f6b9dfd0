using System.Globalization;
using System.Net;
using System.Text;
using Promote.Credentials.Domain.Pathways;

namespace Promote.Credentials.Server.Pathways;

/// <summary>
/// The picture of a learner's progress: a line a step, indented by depth. What state a step is in stands in a sign and in words, never in
/// colour alone; nothing in the picture names the learner.
/// </summary>
internal static class ProgressSvg
{
    private const int Line = 44;
    private const int Indent = 32;
    private const int Width = 720;
    private const int Margin = 20;
    private const int LongestTitle = 60;

    /// <param name="content">The pathway.</param>
    /// <param name="root">How far the learner is.</param>
    /// <param name="achievements">The achievements of the pathway, by id.</param>
    /// <param name="language">The language of the names.</param>
    /// <param name="why">Says of a step why it is so.</param>
    /// <param name="untitled">What a rule without a title is called; null to call it by its id.</param>
    public static string Draw(
        PathwayContent content, StepProgress root, IReadOnlyDictionary<string, PathwayAchievement> achievements, string language, Func<StepProgress, string> why, Func<PathwayStep, string>? untitled = null)
    {
        string TitleOf(StepProgress step) => ProgressSvg.TitleOf(step.Step, content, achievements, language) ?? untitled?.Invoke(step.Step) ?? step.Step.Id;

        var lines = Lines(root, 0).ToList();
        var height = (lines.Count * Line) + (2 * Margin);
        var name = content.Name.InOrElse(language, "en");
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\" font-size=\"15\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Encode(name)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"d\">{Encode(string.Join(" ", lines.Select(line => $"{TitleOf(line.Step)}: {why(line.Step)}")))}</desc>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        foreach (var (index, line) in lines.Index())
        {
            Append(svg, line.Step, Margin + (line.Depth * Indent), Margin + (index * Line), TitleOf(line.Step), why(line.Step));
        }

        return svg.Append("</svg>").ToString();
    }

    private static IEnumerable<(StepProgress Step, int Depth)> Lines(StepProgress step, int depth) => step.Steps.SelectMany(child => Lines(child, depth + 1)).Prepend((step, depth));

    private static void Append(StringBuilder svg, StepProgress step, int x, int y, string title, string why)
    {
        var (colour, sign) = step.State switch
        {
            StepState.Met => ("#14532d", "M5 12l5 5 9-10"),
            StepState.Lost => ("#8b1a1a", "M6 6l12 12M18 6L6 18"),
            StepState.Blocked => ("#6b4300", "M8 11V8a4 4 0 0 1 8 0v3M6 11h12v8H6z"),
            _ => ("#3a4654", "M6 12h12"),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x} {y})\"><circle cx=\"14\" cy=\"18\" r=\"14\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path transform=\"translate(2 6)\" d=\"{sign}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"38\" y=\"16\" fill=\"#1a2027\" font-weight=\"600\">{Encode(Shorten(title))}{(step.Step.Optional ? " *" : "")}</text><text x=\"38\" y=\"34\" fill=\"{colour}\" font-size=\"13\">{Encode(why)}</text></g>");
    }

    /// <summary>What a step is called; null for a rule without a title.</summary>
    public static string? TitleOf(PathwayStep step, PathwayContent content, IReadOnlyDictionary<string, PathwayAchievement> achievements, string language) =>
        (step.Achievement is { } achievement ? achievements.GetValueOrDefault(achievement)?.Name : step.Title ?? (step == content.Root ? content.Name : null))?.InOrElse(language, "en");

    private static string Shorten(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)] + "…";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
