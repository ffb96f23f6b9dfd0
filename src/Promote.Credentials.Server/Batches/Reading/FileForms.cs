using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Batches.Reading.Xlsx;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The forms of files that are read, by media type.</summary>
internal static class FileForms
{
    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/csv"] = CsvLines.ReadAsync,
        [XlsxLines.MediaType] = XlsxLines.ReadAsync,
        ["application/json"] = JsonArray.ReadAsync,
        ["application/x-ndjson"] = JsonLines.ReadAsync,
    };

    // A browser that does not know a file says so, and one beside a spreadsheet program calls CSV by that program's name.
    private static readonly string[] SayNothing = ["application/octet-stream", "application/vnd.ms-excel", "application/x-zip-compressed", "application/zip", "text/plain"];

    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv", [".xlsx"] = XlsxLines.MediaType, [".json"] = "application/json", [".ndjson"] = "application/x-ndjson", [".jsonl"] = "application/x-ndjson",
    };

    /// <summary>Reads the lines of a file: the cells of each by column.</summary>
    public delegate IAsyncEnumerable<Dictionary<string, string>> Reader(Stream file, AchievementContent achievement, CancellationToken cancellationToken);

    /// <summary>The media types.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The reader of a media type; null where there is none.</summary>
    public static Reader? Find(MediaTypeHeaderValue? type) => type?.MediaType.Value is { } name ? Readers.GetValueOrDefault(name) : null;

    /// <summary>The media type of a file in a form: what the form says, or the ending of its name where it says nothing.</summary>
    public static MediaTypeHeaderValue? TypeOf(string? contentType, string fileName)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType ?? SayNothing[0], out var type) || !SayNothing.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return type;
        }

        return Endings.TryGetValue(Path.GetExtension(fileName), out var name) ? new MediaTypeHeaderValue(name) { Charset = type.Charset } : type;
    }
}
