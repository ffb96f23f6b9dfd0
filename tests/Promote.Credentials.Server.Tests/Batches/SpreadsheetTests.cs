using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Batches.Reading.Xlsx;
using Promote.Credentials.Server.Batches.Writing;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>What is read of a spreadsheet, and what is not.</summary>
public sealed class SpreadsheetTests
{
    private static readonly AchievementContent Achievement = System.Text.Json.JsonSerializer.Deserialize<AchievementContent>(Samples.Achievement, ApiJson.Options)!;

    [Theory]
    [InlineData("<c><v>9.1999999999999993</v></c>", "9.2")]
    [InlineData("<c><v>12345678901</v></c>", "12345678901")]
    [InlineData("<c><v>1E-3</v></c>", "0.001")]
    [InlineData("<c s=\"1\"><v>46101</v></c>", "2026-03-20")]
    [InlineData("<c s=\"1\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c s=\"1\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c s=\"1\"><v>60</v></c>", "60")]
    [InlineData("<c s=\"1\"><v>-5</v></c>", "-5")]
    [InlineData("<c s=\"1\"><v>1e300</v></c>", "1e300")]
    [InlineData("<c s=\"2\"><v>46101.75</v></c>", "2026-03-20")]
    [InlineData("<c s=\"3\"><v>0.92</v></c>", "92")]
    [InlineData("<c s=\"4\"><v>0.5</v></c>", "0.5")]
    [InlineData("<c s=\"99\"><v>5</v></c>", "5")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "true")]
    [InlineData("<c t=\"d\"><v>2026-03-20T00:00:00</v></c>", "2026-03-20")]
    [InlineData("<c t=\"str\"><f>A1&amp;\"x\"</f><v>Ana</v></c>", "Ana")]
    [InlineData("<c t=\"s\"><v>1</v></c>", "Țepeș & Öğüt")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>ė ø</t></r><r><t xml:space=\"preserve\"> ß</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is></c>", "ė ø ß")]
    [InlineData("<c t=\"inlineStr\"><is><t>a_x005F_x0041_b_x0041_</t></is></c>", "a_x0041_bA")]
    [InlineData("<c t=\"inlineStr\"><is><t>=HYPERLINK(\"x\")</t></is></c>", "=HYPERLINK(\"x\")")]
    public void A_cell_is_what_somebody_typed(string cell, string text)
    {
        const string Texts = "<si><t>zero</t></si><si><r><t>Țepeș </t></r><r><t>&amp; Öğüt</t></r></si>";
        var read = Lines(Spreadsheet.Of($"<row/>{Spreadsheet.Row("x-a", "narrative")}<row r=\"9\"><c r=\"A9\" t=\"e\"><v>#N/A</v></c>{cell.Replace("<c", "<c r=\"B9\"", StringComparison.Ordinal)}</row><row><c s=\"1\"/></row>", Texts));
        Assert.Equal(text, Assert.Single(read)["narrative"]);
    }

    [Fact]
    public void The_years_of_old_Macintoshes_begin_in_1904() => Assert.Equal(
        "2026-03-20", Assert.Single(Lines(Spreadsheet.Of($"{Spreadsheet.Row("awardedOn")}<row><c s=\"1\"><v>44639</v></c></row>", properties: "<workbookPr date1904=\"1\"/>")))["awardedOn"]);

    [Theory]
    [InlineData("<row><c t=\"e\"><v>#DIV/0!</v></c></row>", "Row 2: narrative is an error of a formula.")]
    [InlineData("<row><c><f>1+1</f></c></row>", "nobody worked out")]
    [InlineData("<row><c t=\"s\"><v>5</v></c></row>", "a text that is not there")]
    [InlineData("<row><c r=\"C2\"><v>5</v></c></row>", "below no name")]
    [InlineData("<row><c r=\"B2\"/><c r=\"A2\"/></row>", "order")]
    [InlineData("<row><c r=\"ZZZZZZZZZZ2\"/></row>", "order")]
    [InlineData("<row><c t=\"inlineStr\"><is><t>G\uFFFDl</t></is></c></row>", "cannot be read: \"G\uFFFDl\"")]
    [InlineData("<row><c><v>", "can be read")]
    [InlineData("</row>", "can be read")]
    public void What_is_wrong_in_a_sheet_is_said(string row, string says) => AssertRefused(Spreadsheet.Of(Spreadsheet.Row("narrative") + row), says);

    [Fact]
    public void What_is_hostile_is_refused_and_costs_little()
    {
        var sound = Spreadsheet.Of(Spreadsheet.Row("narrative") + Spreadsheet.Row("x"));
        var spaces = new string(' ', 64 * 1024 * 1024);
        var parts = Spreadsheet.PartsOf("<worksheet/>");
        foreach (var (name, file, says) in new (string, byte[], string)[]
        {
            ("nothing", [], "not a spreadsheet"),
            ("garbage", [.. Encoding.UTF8.GetBytes(new string('g', 100_000))], "not a spreadsheet"),
            ("cut off", sound[..^40], "not a spreadsheet"),
            ("something before", [1, 2, 3, .. sound], "put into it"),
            ("an old one", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]], ".xls"),
            ("an empty sheet", Spreadsheet.Zip(parts), "empty"),
            ("a chart", Spreadsheet.Zip(Spreadsheet.PartsOf("<chartsheet/>")), "none with cells"),
            ("another ZIP file", Spreadsheet.Zip([new("a.txt", "a")]), "not a spreadsheet"),
            ("no workbook", Spreadsheet.Zip(parts.Where(part => part.Key != "xl/workbook.xml")), "workbook"),
            ("no sheet", Spreadsheet.Zip(parts.Where(part => part.Key != "xl/worksheets/sheet1.xml")), "no sheet"),
            ("thousands of entries", Spreadsheet.Zip(parts.Concat(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"x{i}", "")))), "too many parts"),
            ("an entity", Spreadsheet.Zip(Spreadsheet.PartsOf("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>")), "can be read"),
            ("a sheet from elsewhere", Spreadsheet.Zip(parts.Select(part => KeyValuePair.Create(part.Key, part.Value.Replace("Target=\"worksheets/sheet1.xml\"", "TargetMode=\"External\" Target=\"http://127.0.0.1/\"", StringComparison.Ordinal)))), "no sheet"),
            ("a long name", Spreadsheet.Zip(Spreadsheet.PartsOf($"<worksheet><{new string('a', 100_000)}/></worksheet>")), "names of elements"),
            ("many names", Spreadsheet.Zip(Spreadsheet.PartsOf($"<worksheet>{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<a{i}/>"))}</worksheet>")), "names of elements"),
            ("a deep one", Spreadsheet.Zip(Spreadsheet.PartsOf($"<worksheet>{string.Concat(Enumerable.Repeat("<a>", 5000))}")), "enclose"),
            ("a bomb of spaces", Spreadsheet.Of(spaces), "too large"),
            ("a bomb in an attribute", Spreadsheet.Of($"<row a=\"{spaces}\"/>"), "too large"),
            ("a bomb in a cell", Spreadsheet.Of($"{Spreadsheet.Row("narrative")}<row><c t=\"inlineStr\"><is><t>{spaces}</t></is></c></row>"), "more than 1 MiB"),
            ("a bomb of texts", Spreadsheet.Of(Spreadsheet.Row("narrative"), $"<si><t>{spaces}</t></si>"), "more than 1 MiB"),
            ("a bomb of rows", Spreadsheet.Of(string.Concat(Enumerable.Repeat("<row/>", 1_100_000))), "rows"),
            ("a bomb in a relationship", Spreadsheet.Zip(parts.Append(new("a", "")).Select(part => part.Key == "_rels/.rels" ? new(part.Key, $"<Relationships>{spaces}") : part)), "too large"),
        })
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var refused = Assert.Throws<BatchFileException>(() => Lines(file));
            Assert.True(refused.Message.Contains(says, StringComparison.Ordinal), $"{name}: {refused.Message}");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 150L * 1024 * 1024, $"{name} asked for {GC.GetAllocatedBytesForCurrentThread() - before} bytes");
        }
    }

    [Fact]
    public void What_is_written_comes_back_as_it_was() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<(string?, string?)>>(),
        rows =>
        {
            (string?, string?)[] wanted = [.. rows.Get.Select(row => (Sent(row.Item1), Sent(row.Item2))).Where(row => row != (null, null))];
            Assert.True(wanted.SequenceEqual(Lines(Write(wanted).GetAwaiter().GetResult()).Select(cells => (cells.GetValueOrDefault("givenName"), cells.GetValueOrDefault("narrative")))));
        }));

    private static string? Sent(string? text)
    {
        // What no line of a batch has in it: blanks around a text, and what cannot be read.
        var sent = new string([.. (text ?? "").Where(letter => !char.IsSurrogate(letter) && letter is not (>= '\u0080' and <= '\u009F') and not (>= '\uF8F0' and <= '\uF8FF') and not '\uFFFD')]).Trim();
        return sent.Length == 0 ? null : sent;
    }

    private static async Task<byte[]> Write(IEnumerable<(string?, string?)> rows)
    {
        using var file = new MemoryStream();
        await using (var xlsx = await XlsxWriter.BeginAsync(file, ["givenName", "x-other", "narrative"], BatchColumns.Days, default))
        {
            foreach (var (given, narrative) in rows)
            {
                await xlsx.WriteAsync([given ?? "", "=1+1", narrative ?? ""], default);
            }

            await xlsx.EndAsync(default);
        }

        return file.ToArray();
    }

    private static void AssertRefused(byte[] file, string says) => Assert.Contains(says, Assert.Throws<BatchFileException>(() => Lines(file)).Message, StringComparison.Ordinal);

    private static List<Dictionary<string, string>> Lines(byte[] file) => [.. XlsxLines.Read(new MemoryStream(file), Achievement)];
}
