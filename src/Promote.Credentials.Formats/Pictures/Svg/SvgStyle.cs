using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>What may stand in attribute values and style sheets: no escapes, no at-rules, and only functions that draw.</summary>
internal static partial class SvgStyle
{
    private static readonly FrozenSet<string> Functions =
        ["rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewX", "skewY"];

    internal static bool IsHarmless(string value, bool mayRefer)
    {
        // A backslash could spell a function's name in another way, an @ import a style sheet.
        if (value.AsSpan().ContainsAny('\\', '@', '<'))
        {
            return false;
        }

        var rest = mayRefer ? LocalUrl.Replace(value, "") : value;
        return Call.Matches(rest).All(call => Functions.Contains(call.Groups["name"].Value));
    }

    /// <summary>The ids that a value refers to as <c>url(#id)</c>.</summary>
    internal static IEnumerable<string> References(string value) => LocalUrl.Matches(value).Select(match => match.Groups["id"].Value);

    [GeneratedRegex(@"\burl\(\s*(?<quote>[""']?)#(?<id>[A-Za-z_][A-Za-z0-9_.:-]{0,99})\k<quote>\s*\)")]
    private static partial Regex LocalUrl { get; }

    /// <summary>Every bracket, with the name before it if there is one.</summary>
    [GeneratedRegex(@"(?<name>[A-Za-z0-9_-]*)\s*\(")]
    private static partial Regex Call { get; }
}
