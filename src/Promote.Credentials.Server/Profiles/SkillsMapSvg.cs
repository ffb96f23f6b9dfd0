using System.Globalization;
using System.Net;
using System.Text;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Profiles;

/// <summary>A skills map as a heat map: a line a skill, a field for the issuer and one for its network. The number stands in each field, so that nothing depends on colour.</summary>
internal static class SkillsMapSvg
{
    private const int Width = 760;
    private const int Margin = 20;
    private const int Head = 84;
    private const int Line = 30;
    private const int Heading = 40;
    private const int Field = 110;
    private const int LongestLabel = 62;

    public static string Draw(SkillsMap map, Texts texts)
    {
        var groups = map.Skills.GroupBy(line => line.Skill.Relation).ToList();
        var height = Head + (groups.Count * Heading) + (map.Skills.Count * Line) + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\" font-size=\"14\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"t\">{Encode($"{texts["profiles.map"]}: {map.Name}")}</title><desc id=\"d\">{Encode(Described(map, texts))}</desc>");
        svg.Append("<defs><pattern id=\"few\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"8\" height=\"8\" fill=\"#eef3f9\"/><rect width=\"2\" height=\"8\" fill=\"#c3d3e6\"/></pattern></defs>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{Margin + 20}\" fill=\"#1a2027\" font-size=\"18\" font-weight=\"600\">{Encode(Shorten(map.Name))}</text>");
        AppendHead(svg, texts);
        var y = Head + Margin;
        foreach (var group in groups)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{y + 24}\" fill=\"#1a2027\" font-weight=\"600\">{Encode(texts[group.Key == SkillRelation.Essential ? "profiles.essential" : "profiles.optional"])}</text>");
            y += Heading;
            foreach (var line in group)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{y + 19}\" fill=\"#1a2027\">{Encode(Shorten(line.Skill.Label))}{(line.Skill.Added ? " +" : "")}</text>");
                AppendField(svg, line.Issuer, ColumnOf(0), y);
                AppendField(svg, line.Network, ColumnOf(1), y);
                y += Line;
            }
        }

        return svg.Append("</svg>").ToString();
    }

    private static int ColumnOf(int column) => Width - Margin - ((2 - column) * Field);

    private static void AppendHead(StringBuilder svg, Texts texts)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{Head}\" fill=\"#3a4654\" font-size=\"13\">{Encode(texts["profiles.added"])}</text>");
        foreach (var (column, key) in (ReadOnlySpan<(int, string)>)[(0, "profiles.issuer"), (1, "profiles.network")])
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{ColumnOf(column) + (Field / 2)}\" y=\"{Head}\" fill=\"#1a2027\" font-weight=\"600\" text-anchor=\"middle\">{Encode(texts[key])}</text>");
        }
    }

    private static void AppendField(StringBuilder svg, SkillPeople people, int x, int y)
    {
        var (fill, ink) = people switch
        {
            { People: null } => ("url(#few)", "#1a2027"),
            { People: 0 } => ("#ffffff", "#3a4654"),
            { People: < 10 } => ("#cfe0f3", "#1a2027"),
            { People: < 25 } => ("#8db6df", "#10161d"),
            { People: < 100 } => ("#2f6db0", "#ffffff"),
            _ => ("#123f73", "#ffffff"),
        };
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 2}\" y=\"{y + 2}\" width=\"{Field - 4}\" height=\"{Line - 4}\" rx=\"3\" fill=\"{fill}\" stroke=\"#8695a5\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (Field / 2)}\" y=\"{y + 20}\" fill=\"{ink}\" text-anchor=\"middle\">{Encode(Shown(people))}</text>");
    }

    private static string Shown(SkillPeople people) => people switch
    {
        { People: null } => $"< {SkillPeople.Least}",
        { Hidden: true } => string.Create(CultureInfo.InvariantCulture, $"≥ {people.People}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{people.People}"),
    };

    private static string Described(SkillsMap map, Texts texts) => string.Join(" ", map.Skills.Select(line =>
        $"{line.Skill.Label}: {texts["profiles.issuer"]} {Shown(line.Issuer)}, {texts["profiles.network"]} {Shown(line.Network)}."));

    private static string Shorten(string text) => text.Length <= LongestLabel ? text : text[..(LongestLabel - 1)] + "…";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
