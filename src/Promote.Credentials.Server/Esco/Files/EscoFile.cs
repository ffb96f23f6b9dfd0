using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Server.Esco.Files;

/// <summary>
/// Reads one of ESCO's CSV files, row by row: never more than a row of it is in memory. Whatever is wrong with it becomes an
/// <see cref="EscoFileException"/> with the line.
/// </summary>
internal sealed class EscoFile : IAsyncDisposable
{
    /// <summary>Most bytes of a file. ESCO's largest has a third of it.</summary>
    public const int MaxBytes = 100 * 1024 * 1024;

    /// <summary>Most characters of a label.</summary>
    public const int MaxLabel = 2000;

    /// <summary>Most alternative labels of a concept.</summary>
    public const int MaxAlternatives = 300;

    // The longest description, and all labels of a concept; a quote that is never closed would fill the memory otherwise.
    private const int MaxRow = 4 * 1024 * 1024;

    // ESCO has 14,000 skills.
    private const int MaxConcepts = 100_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRow,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    private readonly CsvReader csv;
    private readonly Dictionary<string, int> columns;

    private EscoFile(CsvReader csv, EscoFileKind kind, Dictionary<string, int> columns) => (this.csv, Kind, this.columns) = (csv, kind, columns);

    public EscoFileKind Kind { get; }

    /// <summary>Reads the header.</summary>
    /// <exception cref="EscoFileException">It is not the header of one of ESCO's files.</exception>
    public static async Task<EscoFile> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var csv = CsvReader.Create(stream, Options, leaveOpen: true);
        try
        {
            await csv.ReadHeaderAsync(cancellationToken);
            string[] header = [.. csv.Headers];
            if (!EscoColumns.TryFind(header, out var columns))
            {
                throw EscoFileException.At(1, $"this is not the header of a CSV file of ESCO. {EscoColumns.Expected}.");
            }

            return columns.Needed.Except(header).ToArray() is [_, ..] missing
                ? throw EscoFileException.At(1, $"the column {string.Join(", ", missing)} is missing. {EscoColumns.Expected}.")
                : new EscoFile(csv, columns.Kind, columns.Needed.ToDictionary(name => name, name => Array.IndexOf(header, name), StringComparer.Ordinal));
        }
        catch (CsvFormatException exception)
        {
            await csv.DisposeAsync();
            throw Broken(exception);
        }
        catch (EscoFileException)
        {
            await csv.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows of a file of occupations or skills.</summary>
    public async IAsyncEnumerable<EscoConcept> ReadConceptsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kind = Kind == EscoFileKind.Skills ? EscoKind.Skill : EscoKind.Occupation;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await ReadAsync(cancellationToken))
        {
            var uri = Uri(EscoColumns.ConceptUri, kind);
            if (!seen.Add(uri))
            {
                throw EscoFileException.At(csv.LineNumber, $"the concept {uri} stands in the file twice.");
            }

            if (seen.Count > MaxConcepts)
            {
                throw EscoFileException.At(csv.LineNumber, $"the file has more than {MaxConcepts} concepts.");
            }

            yield return kind == EscoKind.Skill
                ? Concept(uri) with { SkillType = Known(EscoColumns.SkillType), ReuseLevel = Known(EscoColumns.ReuseLevel) }
                : Concept(uri) with { IscoGroup = Known(EscoColumns.IscoGroup), Code = Known(EscoColumns.Code) };
        }

        HasRows(seen.Count);
    }

    /// <summary>The rows of a file of relations.</summary>
    public async IAsyncEnumerable<EscoRelation> ReadRelationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0;
        for (; await ReadAsync(cancellationToken); rows++)
        {
            var type = Text(EscoColumns.RelationType);
            yield return new(
                Uri(EscoColumns.OccupationUri, EscoKind.Occupation),
                Uri(EscoColumns.SkillUri, EscoKind.Skill),
                type is "essential" or "optional" ? type == "essential" : throw EscoFileException.At(csv.LineNumber, "relationType is essential or optional."));
        }

        HasRows(rows);
    }

    public ValueTask DisposeAsync() => csv.DisposeAsync();

    private static EscoFileException Broken(CsvFormatException exception) => EscoFileException.At(Math.Max(1, exception.LineNumber), exception.Message);

    private static void HasRows(int rows)
    {
        if (rows == 0)
        {
            throw EscoFileException.At(2, "the file has a header and no rows.");
        }
    }

    private async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            throw Broken(exception);
        }
    }

    private EscoConcept Concept(string uri)
    {
        var alternatives = Text(EscoColumns.AltLabels).Split('\n').Select(Label).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return alternatives.Length > MaxAlternatives
            ? throw EscoFileException.At(csv.LineNumber, $"the concept has more than {MaxAlternatives} alternative labels.")
            : new EscoConcept(uri, Label(Text(EscoColumns.PreferredLabel)) is { Length: > 0 } preferred ? preferred : null, alternatives);
    }

    private string Label(string text) => text.Length > MaxLabel
        ? throw EscoFileException.At(csv.LineNumber, $"a label has more than {MaxLabel} characters.")
        : EscoLabel.Clean(text);

    private string Uri(string column, EscoKind kind)
    {
        var uri = Text(column).Trim();
        return EscoUri.TryGetKind(uri, out var found) && found == kind
            ? uri
            : throw EscoFileException.At(csv.LineNumber, $"{column} is not the URI of an ESCO {(kind == EscoKind.Skill ? $"skill: {EscoUri.Skills}" : $"occupation: {EscoUri.Occupations}")} and its id.");
    }

    // An empty cell says that the file does not say it, not that there is nothing.
    private string? Known(string column) => Label(Text(column)) is { Length: > 0 } text ? text : null;

    private string Text(string column)
    {
        try
        {
            return Utf8.GetString(csv.GetSpan(columns[column]));
        }
        catch (DecoderFallbackException)
        {
            throw EscoFileException.At(csv.LineNumber, $"{column} is not UTF-8. Send the file as ESCO publishes it, or save it as CSV UTF-8.");
        }
    }
}
