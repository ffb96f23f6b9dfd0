using System.Globalization;
using System.Text;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Reads values with all that is in them (ISO 32000-1 §7.3).</summary>
internal sealed class PdfParser(PdfScanner scanner, PdfBudget budget)
{
    internal PdfObject Read() => Read(0);

    private PdfObject Read(int depth)
    {
        if (depth > PdfBudget.MaxDepth)
        {
            throw new InvalidPdfException($"The PDF nests values more than {PdfBudget.MaxDepth} deep.");
        }

        budget.SpendValues(1);
        scanner.SkipSpace();
        switch (scanner.Next)
        {
            case '/':
                return new PdfObject.Name(PdfStrings.ReadName(scanner));
            case '(':
                return new PdfObject.String(PdfStrings.ReadLiteral(scanner));
            case '[':
                return ReadArray(depth);
            case '<':
                return ReadAngle(depth);
            default:
                return ReadWord();
        }
    }

    private PdfObject.Array ReadArray(int depth)
    {
        scanner.Take();
        var items = new List<PdfObject>();
        for (scanner.SkipSpace(); scanner.Next != ']'; scanner.SkipSpace())
        {
            items.Add(Read(depth + 1));
        }

        scanner.Take();
        return new(items);
    }

    private PdfObject ReadAngle(int depth)
    {
        var start = scanner.At;
        scanner.Take();
        if (scanner.Next != '<')
        {
            scanner.At = start;
            return new PdfObject.String(PdfStrings.ReadHex(scanner));
        }

        scanner.Take();
        return ReadDictionary(depth);
    }

    private PdfObject.Dictionary ReadDictionary(int depth)
    {
        var entries = new OrderedDictionary<string, PdfObject>(StringComparer.Ordinal);
        for (scanner.SkipSpace(); scanner.Next == '/'; scanner.SkipSpace())
        {
            // Of two entries with one key each reader would believe another.
            var key = PdfStrings.ReadName(scanner);
            if (!entries.TryAdd(key, Read(depth + 1)))
            {
                throw new InvalidPdfException($"The PDF has a dictionary with two entries {key}.");
            }
        }

        return scanner.Take() == '>' && scanner.Take() == '>' ? new(entries) : throw new InvalidPdfException("The PDF has a dictionary with a key that is not a name.");
    }

    private PdfObject ReadWord()
    {
        var at = scanner.At;
        var word = scanner.TakeRegular();
        if (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8))
        {
            return new PdfObject.Boolean(word.Length == 4);
        }

        if (word.SequenceEqual("null"u8))
        {
            return new PdfObject.Null();
        }

        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return char.IsAsciiDigit((char)word[0]) && integer <= int.MaxValue ? ReadReference((int)integer) : new PdfObject.Integer(integer);
        }

        return IsReal(word) ? new PdfObject.Real(Encoding.ASCII.GetString(word)) : throw new InvalidPdfException($"The PDF has something that is no value at byte {at}.");
    }

    /// <summary>Two numbers and an R; anything else is the first number by itself.</summary>
    private PdfObject ReadReference(int number)
    {
        var start = scanner.At;
        if (scanner.TryTakeCount(out var generation))
        {
            scanner.SkipSpace();
            if (scanner.TryTake("R"u8))
            {
                return new PdfObject.Reference(number, generation);
            }
        }

        scanner.At = start;
        return new PdfObject.Integer(number);
    }

    private static bool IsReal(ReadOnlySpan<byte> word)
    {
        var digits = word.TrimStart("+-"u8);
        var point = digits.IndexOf((byte)'.');
        return word.Length - digits.Length <= 1 && digits.Length > 1 && point >= 0
            && !digits[..point].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !digits[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
