using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>A PDF from its objects 1, 2, … as texts of one byte a character. Offsets are counted anew each time, so that a changed object can be read at all.</summary>
internal static class PdfFile
{
    /// <summary>A page, with a file attached where there is one.</summary>
    internal static IReadOnlyList<string> Objects(byte[]? attached = null) => attached is null
        ? ["<< /Type /Catalog /Pages 2 0 R >>", .. Page]
        :
        [
            "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>", .. Page,
            "<< /Names [(badge) 5 0 R] >>",
            "<< /Type /Filespec /F (badge.json) /UF (badge.json) /EF << /F 6 0 R >> >>",
            Stream(Zlib.Deflated(attached), "/Type /EmbeddedFile /Filter /FlateDecode"),
        ];

    /// <summary>With a cross-reference table (ISO 32000-1 §7.5.4).</summary>
    internal static byte[] Table(IReadOnlyList<string> objects, string trailer = "/Root 1 0 R")
    {
        var (file, offsets) = Body(objects);
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} {trailer} >>\n");
        return End(file, start);
    }

    /// <summary>With a cross-reference stream, and every object without data in an object stream (§7.5.7, §7.5.8).</summary>
    internal static byte[] Streams(IReadOnlyList<string> objects, string trailer = "/Root 1 0 R")
    {
        var (head, together) = (new StringBuilder(), new StringBuilder());
        List<int> inside = [.. Enumerable.Range(0, objects.Count).Where(number => !objects[number].Contains("stream", StringComparison.Ordinal))];
        foreach (var number in inside)
        {
            head.Append(CultureInfo.InvariantCulture, $"{number + 1} {together.Length} ");
            together.Append(objects[number]).Append('\n');
        }

        var container = Stream(Zlib.Deflated(Encoding.Latin1.GetBytes($"{head}{together}")), $"/Type /ObjStm /N {inside.Count} /First {head.Length} /Filter /FlateDecode");
        var (file, offsets) = Body([.. objects.Select((text, number) => inside.Contains(number) ? "" : text), container]);
        var start = file.Length;
        byte[] rows =
        [
            0, 0, 0, 0, 0,
            .. objects.SelectMany((_, number) => inside.IndexOf(number) is >= 0 and var at ? Row(2, objects.Count + 1, at) : Row(1, offsets[number], 0)),
            .. Row(1, offsets[^1], 0), .. Row(1, start, 0),
        ];
        file.Append(CultureInfo.InvariantCulture, $"{objects.Count + 2} 0 obj\n{Stream(Zlib.Deflated(rows), $"/Type /XRef /Size {objects.Count + 3} /W [1 3 1] /Filter /FlateDecode {trailer}")}\nendobj\n");
        return End(file, start);
    }

    private static readonly string[] Page = ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"];

    private static string Stream(byte[] data, string entries) => $"<< /Length {data.Length} {entries} >>\nstream\n{Encoding.Latin1.GetString(data)}\nendstream";

    private static (StringBuilder File, List<int> Offsets) Body(IReadOnlyList<string> objects)
    {
        var (file, offsets) = (new StringBuilder("%PDF-1.5\n"), new List<int>());
        for (var number = 1; number <= objects.Count; number++)
        {
            offsets.Add(file.Length);
            if (objects[number - 1].Length > 0)
            {
                file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
            }
        }

        return (file, offsets);
    }

    private static byte[] End(StringBuilder file, int start) =>
        Encoding.Latin1.GetBytes(file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n").ToString());

    private static byte[] Row(byte kind, int position, int detail)
    {
        var row = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(row, position);
        (row[0], row[4]) = (kind, (byte)detail);
        return row;
    }
}
