namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>Writes rows with a filter of PNG §9.2, which looks at the pixel to the left and at those above.</summary>
internal static class PngRows
{
    public static byte[] Filter(byte[] rows, int width, byte filter, int pixel = 1)
    {
        var filtered = new List<byte>();
        for (var start = 0; start < rows.Length; start += width)
        {
            filtered.Add(filter);
            for (var i = 0; i < width; i++)
            {
                int left = i < pixel ? 0 : rows[start + i - pixel];
                int above = start == 0 ? 0 : rows[start + i - width];
                int corner = i < pixel || start == 0 ? 0 : rows[start + i - width - pixel];
                filtered.Add((byte)(rows[start + i] - filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => 0 }));
            }
        }

        return [.. filtered];
    }

    private static int Paeth(int left, int above, int corner) =>
        new[] { left, above, corner }.MinBy(neighbour => Math.Abs(left + above - corner - neighbour));
}
