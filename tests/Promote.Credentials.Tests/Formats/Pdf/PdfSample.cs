using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Tests.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>PDFs written by hand: the objects 1, 2, … as texts of one byte a character, in both kinds of cross-references.</summary>
internal static class PdfSample
{
    public const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    public const string Root = "/Root 1 0 R";

    public static readonly string[] Pages = ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"];
    public static readonly DateTimeOffset Modified = new(2026, 3, 20, 12, 30, 15, TimeSpan.FromHours(2));
    public static readonly PdfAttachment Credential = new("credential.json", "application/ld+json", "The credential", "{\"a\":1}"u8.ToArray());

    /// <summary>An empty page in a file with a table and in one with streams.</summary>
    public static IReadOnlyList<byte[]> Blank { get; } = [Table([Catalog, .. Pages]), Streams([Catalog, .. Pages])];

    /// <summary>With a cross-reference table. <c>{xref}</c> in the trailer is the offset of the table.</summary>
    public static byte[] Table(IReadOnlyList<string> objects, string trailer = Root)
    {
        var (file, offsets) = Begin(objects);
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} {trailer} >>\n");
        return Finish(file.Replace("{xref}", $"{start}", start, file.Length - start), start);
    }

    /// <summary>With a cross-reference stream, and everything that is no stream in an object stream.</summary>
    public static byte[] Streams(IReadOnlyList<string> objects, string trailer = Root, Func<byte[], int, (byte[] Rows, string Parameters)>? predict = null)
    {
        var inStream = Enumerable.Range(0, objects.Count).Where(i => !IsStream(objects[i])).ToList();
        var header = "";
        var body = "";
        foreach (var i in inStream)
        {
            header += $"{i + 1} {body.Length} ";
            body += objects[i] + "\n";
        }

        var together = Deflated(Bytes(header + body), $"/Type /ObjStm /N {inStream.Count} /First {header.Length}");
        var (file, offsets) = Begin([.. objects.Select(value => IsStream(value) ? value : ""), together]);
        var start = file.Length;
        byte[] rows =
        [
            .. Row(0, 0, 255),
            .. offsets.Take(objects.Count).SelectMany((offset, i) => IsStream(objects[i]) ? Row(1, offset, 0) : Row(2, objects.Count + 1, inStream.IndexOf(i))),
            .. Row(1, offsets[^1], 0),
            .. Row(1, start, 0),
        ];
        var (predicted, parameters) = predict?.Invoke(rows, Row(0, 0, 0).Length) ?? (rows, "");
        var entries = $"/Type /XRef /Size {objects.Count + 3} /W [1 3 1] {parameters} {trailer.Replace("{xref}", $"{start}", StringComparison.Ordinal)}";
        file.Append(CultureInfo.InvariantCulture, $"{objects.Count + 2} 0 obj\n{Deflated(predicted, entries)}\nendobj\n");
        return Finish(file, start);
    }

    /// <summary>The object of a stream.</summary>
    public static string Stream(byte[] data, string entries = "") => $"<< /Length {data.Length} {entries} >>\nstream\n{Encoding.Latin1.GetString(data)}\nendstream";

    public static string Deflated(byte[] data, string entries = "") => Stream(PngSample.Deflated(data), entries + " /Filter /FlateDecode");

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    public static PdfAttachment Only(byte[] pdf) => Assert.Single(Read(pdf));

    public static IReadOnlyList<PdfAttachment> Read(byte[] pdf)
    {
        Assert.True(PdfAttachments.TryRead(pdf, out var attachments));
        return attachments;
    }

    public static byte[] Attach(byte[] pdf, PdfAttachment? attachment = null) => PdfAttachments.Attach(pdf, attachment ?? Credential, Modified);

    /// <summary>Fails unless the two attachments are the same to the last byte.</summary>
    public static void Same(PdfAttachment expected, PdfAttachment actual)
    {
        Assert.Equal(expected with { Bytes = default }, actual with { Bytes = default });
        Assert.Equal(expected.Bytes.ToArray(), actual.Bytes.ToArray());
    }

    public static InvalidPdfException Refused(byte[] pdf, string because = "")
    {
        var refusal = Assert.Throws<InvalidPdfException>(() => PdfAttachments.TryRead(pdf, out _));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }

    private static bool IsStream(string value) => value.Contains(">>\nstream", StringComparison.Ordinal);

    private static (StringBuilder File, List<int> Offsets) Begin(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            if (objects[i].Length > 0)
            {
                file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
            }
        }

        return (file, offsets);
    }

    private static byte[] Finish(StringBuilder file, int start) => Bytes(file.Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n").ToString());

    private static byte[] Row(int kind, int position, int detail)
    {
        var row = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(row, position);
        (row[0], row[4]) = ((byte)kind, (byte)detail);
        return row;
    }
}
