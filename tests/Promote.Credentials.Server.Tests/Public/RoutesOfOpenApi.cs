using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>The routes that <c>openapi.yaml</c> names, each with its methods.</summary>
internal static partial class RoutesOfOpenApi
{
    public static IEnumerable<(HttpMethod Method, string Path)> All()
    {
        var path = "";
        foreach (var line in File.ReadLines(Find()))
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

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "openapi.yaml")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("There is no openapi.yaml above the tests.");
        }

        return Path.Combine(folder.FullName, "openapi.yaml");
    }

    [GeneratedRegex("^  (/[^:]*):")]
    private static partial Regex PathLine();

    [GeneratedRegex("^    (get|put|post|delete|patch|head|options):")]
    private static partial Regex MethodLine();

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Parameter();
}
