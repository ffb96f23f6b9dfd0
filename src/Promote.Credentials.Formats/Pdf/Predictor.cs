namespace Promote.Credentials.Formats.Pdf;

/// <summary>
/// Undoes the predictors of PNG, which writers put before compression because the rows of a cross-reference stream resemble one another
/// (ISO 32000-1 §7.4.4.4, PNG §9.2). Each row begins with the filter that it was written with, whichever the dictionary names.
/// </summary>
internal static class Predictor
{
    private const int None = 1;
    private const int FirstOfPng = 10;
    private const int LastOfPng = 15;
    private const int MaxColours = 32;

    internal static byte[] Undo(byte[] data, PdfObject.Dictionary? parameters, Func<PdfObject?, PdfObject?> resolve)
    {
        var predictor = parameters?.GetCount("Predictor", resolve) ?? None;
        if (predictor == None)
        {
            return data;
        }

        if (predictor is < FirstOfPng or > LastOfPng)
        {
            throw new InvalidPdfException("The PDF has a stream with a predictor that is not one of PNG.");
        }

        long colours = parameters!.GetCount("Colors", resolve) ?? 1;
        long bits = parameters.GetCount("BitsPerComponent", resolve) ?? 8;
        long columns = parameters.GetCount("Columns", resolve) ?? 1;
        if (colours is < 1 or > MaxColours || bits is not (1 or 2 or 4 or 8 or 16) || columns < 1)
        {
            throw new InvalidPdfException("The PDF has a stream with predictor parameters out of range.");
        }

        var rowLength = ((columns * colours * bits) + 7) / 8;
        if (data.Length % (rowLength + 1) != 0)
        {
            throw new InvalidPdfException("The PDF has a stream that ends within a row.");
        }

        return UndoRows(data, (int)Math.Min(rowLength, data.Length), (int)((colours * bits) + 7) / 8);
    }

    private static byte[] UndoRows(byte[] data, int rowLength, int pixelLength)
    {
        var rows = data.Length / (rowLength + 1);
        var target = new byte[rows * rowLength];
        ReadOnlySpan<byte> above = new byte[rowLength];
        for (var row = 0; row < rows; row++)
        {
            var written = data.AsSpan(row * (rowLength + 1), rowLength + 1);
            var current = target.AsSpan(row * rowLength, rowLength);
            written[1..].CopyTo(current);
            UndoRow(written[0], current, above, pixelLength);
            above = current;
        }

        return target;
    }

    private static void UndoRow(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelLength)
    {
        if (filter > 4)
        {
            throw new InvalidPdfException("The PDF has a row with a filter that PNG does not have.");
        }

        for (var i = 0; i < row.Length; i++)
        {
            var left = i < pixelLength ? 0 : row[i - pixelLength];
            var aboveLeft = i < pixelLength ? 0 : above[i - pixelLength];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Nearest(left, above[i], aboveLeft),
                _ => 0,
            });
        }
    }

    /// <summary>Paeth: of the three neighbours the one that is nearest to left + above - above left.</summary>
    private static int Nearest(int left, int above, int aboveLeft)
    {
        var guess = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
