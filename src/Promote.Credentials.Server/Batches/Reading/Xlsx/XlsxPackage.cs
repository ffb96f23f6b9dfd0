using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>The parts of a spreadsheet in its ZIP file (ECMA-376 part 2). None is read beyond a limit, whatever the file says of its size.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private const long MaxSmall = 8 * 1024 * 1024;
    private const int MaxRelationships = 2_000;
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ZipArchive zip;

    /// <exception cref="BatchFileException">It is none.</exception>
    public XlsxPackage(Stream file)
    {
        if (ZipDirectory.WhyNot(file) is { } reason)
        {
            throw new BatchFileException(reason);
        }

        zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        Workbook = Relationships("").Where(one => one.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Select(one => one.Target).FirstOrDefault()
            ?? throw new BatchFileException("The file is not a spreadsheet (.xlsx): it has no workbook.");
        Parts = [.. Relationships(Workbook)];
    }

    /// <summary>Where the workbook is.</summary>
    public string Workbook { get; }

    /// <summary>What the workbook consists of.</summary>
    public IReadOnlyList<Relationship> Parts { get; }

    /// <summary>Reads a part; null where there is none with this name.</summary>
    public XmlReader? Open(string? name, long maxLetters = MaxSmall)
    {
        if (name is null || zip.Entries.FirstOrDefault(one => one.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return null;
        }

        var letters = new BoundedText(new StreamReader(entry.Open(), Utf8, detectEncodingFromByteOrderMarks: true), maxLetters);
        return XmlReader.Create(letters, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, NameTable = new BoundedNames(), CloseInput = true,
        });
    }

    /// <summary>Goes to the next node; false at the end.</summary>
    public static bool Read(XmlReader xml) =>
        xml.Read() && (xml.Depth <= MaxDepth ? true : throw new BatchFileException("The file is not a spreadsheet that can be read: its elements enclose one another too often."));

    /// <summary>Goes on to the next element with this name; false at the end. The same in every namespace: strict files have others.</summary>
    public static bool ReadTo(XmlReader xml, string name)
    {
        while (Read(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => zip.Dispose();

    private List<Relationship> Relationships(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        var (folder, name) = (part[..cut], part[cut..]);
        using var xml = Open($"{folder}_rels/{name}.rels") ?? throw new BatchFileException("The file is not a spreadsheet (.xlsx).");
        var found = new List<Relationship>();
        while (ReadTo(xml, "Relationship"))
        {
            if (found.Count == MaxRelationships)
            {
                throw new BatchFileException("The spreadsheet consists of too many parts.");
            }

            // What lies outside the file is never asked for.
            if (xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Target") is { Length: > 0 } target)
            {
                found.Add(new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", target[0] == '/' ? target[1..] : folder + target));
            }
        }

        return found;
    }

    /// <summary>A part that belongs to another one.</summary>
    /// <param name="Id">Its id there.</param>
    /// <param name="Type">What it is.</param>
    /// <param name="Target">Where it is.</param>
    public sealed record Relationship(string Id, string Type, string Target);
}
