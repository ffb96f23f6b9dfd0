namespace Promote.Credentials.LinkedData.Shacl.Reading;

/// <summary>A line of shapes: what it is about and, after commas, what is said of it.</summary>
/// <param name="Subject">Its first word.</param>
/// <param name="Items">The rest without <c>off</c>, <c>from</c> and <c>until</c>.</param>
/// <param name="IsOn">Whether it counts in the version that is read; <c>off</c> is <c>sh:deactivated</c> (SHACL §2.1.2).</param>
internal sealed record Row(string Subject, IReadOnlyList<string> Items, bool IsOn)
{
    private const string From = "from ";
    private const string Until = "until ";

    public static Row Of(string line, Version version)
    {
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0)
        {
            throw new FormatException("A line has a first word and more.");
        }

        var items = new List<string>();
        bool isOn = true;
        foreach (string item in line[space..].Split(", ", StringSplitOptions.TrimEntries))
        {
            switch (item)
            {
                case "off":
                    isOn = false;
                    break;
                case var _ when item.StartsWith(From, StringComparison.Ordinal):
                    isOn &= version >= Number(item[From.Length..]);
                    break;
                case var _ when item.StartsWith(Until, StringComparison.Ordinal):
                    isOn &= version <= Number(item[Until.Length..]);
                    break;
                default:
                    items.Add(item);
                    break;
            }
        }

        return new Row(line[..space], items, isOn);
    }

    private static Version Number(string text) =>
        Version.TryParse(text, out var version) ? version : throw new FormatException($"{text} is no version.");
}
