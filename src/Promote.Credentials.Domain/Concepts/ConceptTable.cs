using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>
/// Reads the files of <c>schemas/lists/</c>, which are compiled into this assembly. The header of a list is <c>uri</c>, <c>code</c>
/// where the list has codes, then its languages; one concept a line, trailing languages may be missing.
/// </summary>
internal static class ConceptTable
{
    private const string Code = "code";

    private static readonly Dictionary<string, string> Schemes =
        Rows("index").Skip(1).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The concepts of one list, in its order.</summary>
    /// <param name="list">Its path without the ending, such as <c>europass/eqf</c>.</param>
    internal static IEnumerable<Concept> Read(string list)
    {
        var rows = Rows(list);
        var header = rows[0];
        var firstLanguage = header[1] == Code ? 2 : 1;
        foreach (var cells in rows.Skip(1))
        {
            var texts = header.Zip(cells).Skip(firstLanguage)
                .Where(cell => cell.Second.Length > 0)
                .Select(cell => KeyValuePair.Create(cell.First, cell.Second));
            var code = firstLanguage == 2 && cells[1].Length > 0 ? cells[1] : null;
            yield return new(cells[0], Schemes[list], new LanguageMap(texts), code);
        }
    }

    private static List<string[]> Rows(string file)
    {
        using var stream = typeof(ConceptTable).Assembly.GetManifestResourceStream($"schemas/lists/{file}.tsv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split('\t'));
        }

        return rows;
    }
}
