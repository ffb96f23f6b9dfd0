using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Languages;

/// <summary>Texts that are rightly the same as in English, one by one: <c>{language} {area}.{key}</c> a line of same-as-english.txt.</summary>
internal static class SameAsEnglish
{
    public static IReadOnlyList<(string Tag, string Key)> Listed { get; } =
    [
        .. Repository.Read("tests", "Promote.Credentials.Server.Tests", "Languages", "same-as-english.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .Select(parts => (parts[0], parts[1])),
    ];

    // A name of a country may well be the same in two languages, and one cannot leave it out.
    public static bool IsRight(string key, string tag) => key.StartsWith("countries.", StringComparison.Ordinal) || Listed.Contains((tag, key));
}
