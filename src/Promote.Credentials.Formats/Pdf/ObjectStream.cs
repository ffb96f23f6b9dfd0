namespace Promote.Credentials.Formats.Pdf;

/// <summary>Objects that are compressed together (ISO 32000-1 §7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly byte[] data;
    private readonly PdfBudget budget;
    private readonly (int Number, int Offset)[] objects;

    internal ObjectStream(byte[] data, PdfObject.Dictionary dictionary, PdfBudget budget, Func<PdfObject?, PdfObject?> resolve)
    {
        if (!dictionary.IsOfType("ObjStm") || dictionary.GetCount("N", resolve) is not { } count || dictionary.GetCount("First", resolve) is not { } first)
        {
            throw new InvalidPdfException("The PDF has an object in a stream that is not one of objects.");
        }

        budget.SpendBytes(data.Length);
        budget.SpendValues(count);
        (this.data, this.budget) = (data, budget);
        objects = ReadHeader(new(data, 0), new (int, int)[count], first);
    }

    /// <summary>The object at a place of the stream, which must be the one with this number.</summary>
    internal PdfObject Read(int number, int index)
    {
        if (index >= objects.Length || objects[index].Number != number || objects[index].Offset >= data.Length)
        {
            throw new InvalidPdfException($"The object {number} of the PDF is not in the stream that it should be in.");
        }

        var scanner = new PdfScanner(data, objects[index].Offset);
        var value = new PdfParser(scanner, budget).Read();
        budget.SpendBytes(scanner.At - objects[index].Offset);
        return value;
    }

    private static (int Number, int Offset)[] ReadHeader(PdfScanner scanner, (int Number, int Offset)[] objects, int first)
    {
        for (var i = 0; i < objects.Length; i++)
        {
            objects[i] = (scanner.ExpectCount(), (int)Math.Min((long)first + scanner.ExpectCount(), int.MaxValue));
        }

        return objects;
    }
}
