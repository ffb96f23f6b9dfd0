using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>The routes that <c>openapi.yaml</c> names, each with its methods.</summary>
internal static partial class RoutesOfOpenApi
{
    public static IEnumerable<(HttpMethod Method, string Path)> All()
    {
        var path = "";
        foreach (var line in Repository.Read("openapi.yaml").Split('\n'))
        {
            if (PathLine().Match(line) is { Success: true } found)
            {
                path = found.Groups[1].Value;
            }
            else if (MethodLine().Match(line) is { Success: true } method && path.Length > 0)
            {
                yield return (HttpMethod.Parse(method.Groups[1].Value), path);
            }
        }
    }

    /// <summary>The path with this in the place of every parameter.</summary>
    public static string With(string path, string value) => Parameter().Replace(path, value);

    [GeneratedRegex("^  (/[^:]*):")]
    private static partial Regex PathLine();

    [GeneratedRegex("^    (get|put|post|delete|patch|head|options):")]
    private static partial Regex MethodLine();

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();
}
