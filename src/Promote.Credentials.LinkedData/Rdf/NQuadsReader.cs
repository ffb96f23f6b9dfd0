namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>Reads N-Quads (W3C RDF 1.1 N-Quads §4), one statement a line.</summary>
public static class NQuadsReader
{
    /// <summary>The dataset that a text describes.</summary>
    /// <exception cref="FormatException">A line is not a statement; the message names its number, counted from 1.</exception>
    public static RdfDataset Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dataset = new RdfDataset();
        int number = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            number++;
            var statement = new NQuadsLine(text.AsSpan()[line].TrimEnd('\r'), number);
            if (!statement.IsEmpty)
            {
                dataset.Add(statement.ReadQuad());
            }
        }

        return dataset;
    }
}
