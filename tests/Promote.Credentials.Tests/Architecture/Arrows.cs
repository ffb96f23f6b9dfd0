namespace Promote.Credentials.Tests.Architecture;

/// <summary>The sections of <c>arrows.txt</c>: for each user, what it may use.</summary>
internal static class Arrows
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Sections = Read();

    public static IReadOnlyDictionary<string, string[]> Projects => Sections["projects"];

    public static IReadOnlyDictionary<string, string[]> Server => Sections["server"];

    private static Dictionary<string, Dictionary<string, string[]>> Read()
    {
        var sections = new Dictionary<string, Dictionary<string, string[]>>();
        Dictionary<string, string[]> section = [];
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Promote.Credentials.Tests", "Architecture", "arrows.txt")))
        {
            if (line.StartsWith('['))
            {
                sections[line.Trim('[', ']')] = section = [];
            }
            else if (line.Split("->") is [var user, var used])
            {
                section.Add(user.Trim(), used.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return sections;
    }
}
