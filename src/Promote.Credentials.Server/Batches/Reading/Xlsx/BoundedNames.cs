using System.Xml;

namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>The names of elements and attributes that an XML reader keeps for as long as it reads: so many and no more.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    // Spreadsheets have some hundreds.
    private const int MaxNames = 4_000;
    private const int MaxName = 256;

    private readonly NameTable names = new();
    private int count;

    public override string Add(char[] array, int offset, int length) => names.Get(array, offset, length) ?? Counted(names.Add(array, offset, length));

    public override string Add(string array) => names.Get(array) ?? Counted(names.Add(array));

    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    public override string? Get(string array) => names.Get(array);

    private string Counted(string name) =>
        ++count > MaxNames || name.Length > MaxName ? throw new BatchFileException("The file is not a spreadsheet that can be read: it has too many names of elements, or a very long one.") : name;
}
