namespace Promote.Credentials.Formats.Pictures.Png;

/// <summary>The lines that the pixels of a PNG are stored in: all of them, or pass by pass where Adam7 orders them (PNG §8.2).</summary>
internal static class PngScanlines
{
    /// <summary>First column and row, distance of columns and rows, of the seven passes.</summary>
    private static readonly (uint X, uint Y, uint StepX, uint StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>How many lines follow one another with how many bytes each, the byte of the filter type included.</summary>
    internal static IEnumerable<(uint Lines, int LineLength)> Of(PngHeader header)
    {
        (uint X, uint Y, uint StepX, uint StepY)[] passes = header.Interlaced ? Adam7 : [(0, 0, 1, 1)];
        foreach (var pass in passes)
        {
            var columns = Count(header.Width, pass.X, pass.StepX);
            var lines = Count(header.Height, pass.Y, pass.StepY);
            if (columns > 0 && lines > 0)
            {
                yield return (lines, 1 + (int)(((ulong)columns * (ulong)header.BitsPerPixel + 7) / 8));
            }
        }
    }

    private static uint Count(uint size, uint first, uint step) => size <= first ? 0 : (size - first + step - 1) / step;
}
