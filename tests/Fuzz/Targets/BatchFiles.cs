using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Batches.Reading.Xlsx;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>
/// Files of many people, in each form and encoding: lines, or a sentence about what is wrong. A case is its media type, a line feed and the
/// file. What was read is written as JSON Lines and read again: it has to be the same.
/// </summary>
internal sealed class BatchFiles : Target
{
    private const string JsonLinesType = "application/x-ndjson";

    private static readonly CsvSyntax Csv = new();
    private static readonly JsonSyntax Json = new("\"givenName\"", "\"result.points\"", "\"x-a\"", "\"evidence.1.url\"", "\"=1+1\"", "\"\\ud800\"", "\"\\ufffd\"", "92.5", "1e999");
    private static readonly XmlSyntax Xml = new(
        "<row>", "</row>", "<row r=\"9\">", "<row r=\"1\"/>", "<c>", "</c>", "<c r=\"A1\"/>", "<c r=\"XFD1048576\"/>", "<is>", "<t>", "<v>", "</v>", "t=\"s\"", "t=\"b\"", "t=\"d\"", "t=\"str\"", "t=\"inlineStr\"", "s=\"1\"", "s=\"-1\"", "r=\"A1\"",
        "<v>1e308</v>", "<v>-1</v>", "<v>2958466</v>", "<v>99999999999999999999</v>", "_x0000_", "_xD800_", "<f>1</f>", "date1904=\"1\"", "formatCode=\"yyyy\"", "numFmtId=\"14\"", "Target=\"../../x\"", "Target=\"/xl/workbook.xml\"", "TargetMode=\"External\"");

    private static readonly AchievementContent Achievement = new()
    {
        Name = Words("Restorative interviewing"), Description = Words("Leads an interview."), Criteria = Words("Two interviews."), Type = "Badge",
        ResultDescriptions = [new ResultDescription { Id = "points", Name = Words("Points"), ResultType = "Percent", ValueMin = "0", ValueMax = "100" }],
    };

    private readonly List<(string Type, byte[] File, Syntax? Syntax)> forms = [];

    internal BatchFiles()
    {
        const string table = "givenName;familyName;email;awardedOn;result.points;x-room\r\n\"Ana \"\"A\"\"\";\"Öğüt\nB\";ana@prison.example;2026-03-20;92,5;7\r\n'=1;ß;b@prison.example;;;\r\n";
        foreach (var charset in FileEncoding.Names)
        {
            FileEncoding.TryGet(charset, out var encoding);
            forms.Add(($"text/csv; charset={charset}", (encoding ?? Encoding.UTF8).GetBytes(charset is "windows-1250" or "windows-1257" ? table.Replace("Öğüt", "Öst", StringComparison.Ordinal) : table), Csv));
        }

        forms.Add(("text/csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table)], null));
        forms.Add(("text/csv", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(table.Replace(';', '\t'))], null));
        forms.Add(("text/csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.Replace(';', ',').Replace("92,5", "92", StringComparison.Ordinal))], Csv));
        forms.Add(("application/json", """[{"givenName": "Ana", "familyName": "\u021Aepe\u0219", "x-a": {"b": [1]}, "result.points": 92.5}, {"email": "a@prison.example", "narrative": null}]"""u8.ToArray(), Json));
        forms.Add((JsonLinesType, "{\"givenName\": \"Ana\", \"result.points\": true}\r\n\n{\"email\": \"a@prison.example\", \"familyName\": \"Țepeș\"}"u8.ToArray(), Json));
        forms.Add((XlsxLines.MediaType, XlsxFile.Whole(), null));
        Seeds = [.. forms.Select(form => Case(form.Type, form.File))];
    }

    internal override string Name => "batch-files";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    internal override byte[] Make(Dice dice)
    {
        if (dice.OneIn(3))
        {
            return Case(XlsxLines.MediaType, Sheet(dice));
        }

        var (type, file, syntax) = dice.Pick(forms);
        return Case(type, syntax is null ? Edited(file, dice) : JsonLine(type, file, dice) ?? syntax.Mutate(file, dice));
    }

    internal override string? Try(byte[] input)
    {
        var end = input.AsSpan().IndexOf((byte)'\n');
        if (end < 0 || !MediaTypeHeaderValue.TryParse(Encoding.Latin1.GetString(input, 0, end), out var type) || FileForms.Find(type) is not { } read || !FileEncoding.TryGet(type.Charset.Value, out var encoding))
        {
            return null;
        }

        try
        {
            var file = new MemoryStream(input, end + 1, input.Length - end - 1);

            // A request keeps a spreadsheet in a file first, which is nothing that a case could break.
            var lines = type.MediaType.Equals(XlsxLines.MediaType, StringComparison.OrdinalIgnoreCase)
                ? XlsxLines.Read(file, Achievement).ToList()
                : All(read(encoding is null ? file : FileEncoding.AsUtf8(file, encoding), Achievement, default));
            return lines.Exists(line => line.Values.Any(text => text.Length == 0)) ? "has a cell with nothing in it" : Again(lines);
        }
        catch (BatchFileException)
        {
            return null;
        }
    }

    private static string? Again(List<Dictionary<string, string>> lines)
    {
        var written = string.Join('\n', lines.Where(line => line.Count > 0).Select(line => JsonSerializer.Serialize(line)));
        var again = All(JsonLines.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(written)), Achievement, default));
        return again.SelectMany(line => line.OrderBy(cell => cell.Key, StringComparer.Ordinal)).SequenceEqual(lines.SelectMany(line => line.OrderBy(cell => cell.Key, StringComparer.Ordinal)))
            ? null
            : "is another file when what was read of it is written and read again";
    }

    private static List<Dictionary<string, string>> All(IAsyncEnumerable<Dictionary<string, string>> lines) => lines.ToBlockingEnumerable().ToList();

    // One of its parts changed, or the archive around them.
    private static byte[] Sheet(Dice dice)
    {
        if (dice.OneIn(6))
        {
            return Edited(XlsxFile.Whole(), dice);
        }

        var changed = dice.OneIn(2) ? XlsxFile.Parts.Count - 1 : dice.Below(XlsxFile.Parts.Count);
        return XlsxFile.Zip(XlsxFile.Parts.Select((part, place) => (part.Name, place == changed ? Xml.Mutate(Encoding.UTF8.GetBytes(part.Content), dice) : Encoding.UTF8.GetBytes(part.Content))));
    }

    // As a whole JSON Lines are no JSON: one of them is changed.
    private static byte[]? JsonLine(string type, byte[] file, Dice dice)
    {
        if (type != JsonLinesType || dice.OneIn(4))
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(file).Split('\n');
        var at = dice.Below(lines.Length);
        return [.. Encoding.UTF8.GetBytes(string.Join('\n', lines[..at])), .. Json.Mutate([(byte)'\n', .. Encoding.UTF8.GetBytes(lines[at])], dice), .. Encoding.UTF8.GetBytes(string.Join('\n', ["", .. lines[(at + 1)..]]))];
    }

    private static byte[] Edited(byte[] file, Dice dice)
    {
        for (var edits = dice.Small(6); edits > 0; edits--)
        {
            file = ByteEdits.Edit(file, dice);
        }

        return file;
    }

    private static byte[] Case(string type, byte[] file) => [.. Encoding.ASCII.GetBytes(type), (byte)'\n', .. file];

    private static LanguageMap Words(string english) => new([new("en", english)]);
}
