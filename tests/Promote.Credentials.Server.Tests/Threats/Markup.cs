using System.Text.RegularExpressions;
using System.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>
/// The tags of a page, read as simply as a browser's worst guess: from every &lt; to the next &gt;. What a page writes of somebody
/// else's text may have none of them.
/// </summary>
internal static partial class Markup
{
    private static readonly string[] Active = ["script", "iframe", "object", "embed", "base", "style", "applet", "frame", "math", "audio", "video", "template", "noscript", "animate", "set", "foreignobject"];

    private static readonly string[] Forms = ["/credentials/", "/v/", "/verify"];

    private static readonly string[] OfOthers = ["noopener nofollow ugc", "noopener noreferrer"];

    /// <summary>The tags that would run something, ask another host, or lead somewhere without saying so.</summary>
    /// <param name="html">A page.</param>
    /// <param name="own">The address of the service.</param>
    public static IReadOnlyList<string> Harmful(string html, string own) => [.. Tags().Matches(html).Select(tag => tag.Value).Where(tag => IsHarmful(tag, own))];

    /// <summary>The values of an attribute in all tags of a page.</summary>
    public static IEnumerable<string> Values(string html, string attribute) =>
        Tags().Matches(html).SelectMany(tag => Attributes(tag.Value)).Where(one => one.Name == attribute).Select(one => one.Value);

    private static bool IsHarmful(string tag, string own)
    {
        var name = Name().Match(tag).Groups[1].Value.ToLowerInvariant();
        var attributes = Attributes(tag).ToLookup(one => one.Name, one => one.Value);
        return Active.Contains(name)
            || attributes.Any(one => one.Key.StartsWith("on", StringComparison.Ordinal) || one.Key is "style" or "srcdoc" or "srcset" or "formaction" or "ping" or "http-equiv" or "xlink:href")
            || attributes["src"].Concat(name == "link" ? attributes["href"] : []).Any(url => !IsOwn(url, own))
            || attributes["action"].Any(url => !Forms.Any(start => url.StartsWith(start, StringComparison.Ordinal)))
            || (name is "a" or "area" && attributes["href"].Any(url => !IsOwn(url, own) && !IsHonest(url, attributes["rel"].FirstOrDefault())))
            || (name is not ("a" or "area" or "link") && attributes["href"].Any());
    }

    private static bool IsOwn(string url, string own) =>
        url.Length > 0 && (url[0] is '#' or '?' || (url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal)) || url == own || url.StartsWith($"{own}/", StringComparison.Ordinal));

    private static bool IsHonest(string url, string? rel) =>
        (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal)) && OfOthers.Contains(rel);

    private static IEnumerable<(string Name, string Value)> Attributes(string tag) =>
        Attribute().Matches(tag).Select(one => (one.Groups[1].Value.ToLowerInvariant(), HttpUtility.HtmlDecode(one.Groups[2].Value)));

    [GeneratedRegex("<[a-zA-Z!?/][^>]*>?")]
    private static partial Regex Tags();

    [GeneratedRegex("^</?([^\\s/>]*)")]
    private static partial Regex Name();

    [GeneratedRegex("[\\s/\"']([^\\s\"'>/=]+)(?:\\s*=\\s*\"([^\"]*)\")?")]
    private static partial Regex Attribute();
}
