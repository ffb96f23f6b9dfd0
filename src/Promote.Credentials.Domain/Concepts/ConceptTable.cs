using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>Reads <c>concepts.tsv</c>: a header <c>list, uri, language…</c>, then one concept a line; trailing languages may be missing.</summary>
internal static class ConceptTable
{
    private const int FirstLanguage = 2;

    internal static ILookup<string, KeyValuePair<string, LanguageMap>> Read()
    {
        using var stream = typeof(ConceptTable).Assembly.GetManifestResourceStream("concepts.tsv")!;
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split('\t');
        var rows = new List<(string List, string Uri, LanguageMap Label)>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var texts = header.Zip(cells).Skip(FirstLanguage)
                .Where(cell => cell.Second.Length > 0)
                .Select(cell => KeyValuePair.Create(cell.First, cell.Second));
            rows.Add((cells[0], cells[1], new LanguageMap(texts)));
        }

        return rows.ToLookup(row => row.List, row => KeyValuePair.Create(row.Uri, row.Label));
    }
}
