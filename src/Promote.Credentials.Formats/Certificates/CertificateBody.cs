using System.Globalization;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>The two columns of a certificate: outcomes and results, and beside them facts and dates.</summary>
internal static class CertificateBody
{
    private const int Gutter = 36;
    private const int FactsWidth = 216;

    private const string Ink = "#1a2027";
    private const string Soft = "#4d5761";
    private const string Accent = "#1c4a7a";

    private static readonly int[] Sizes = [15, 14, 13, 12, 11, 10];

    /// <summary>Sets both at the largest size at which they end above the bottom. At the smallest, outcomes and results are left out from the end, and how many is said.</summary>
    internal static IReadOnlyList<PageColumn> Set(CertificateFace face, double left, double width, double top, double bottom)
    {
        foreach (var size in Sizes)
        {
            if (Columns(face, left, width, top, size, face.Outcomes.Count, face.Results.Count) is var columns && Fit(columns, bottom))
            {
                return columns;
            }
        }

        var (outcomes, results) = (face.Outcomes.Count, face.Results.Count);
        while (true)
        {
            var columns = Columns(face, left, width, top, Sizes[^1], outcomes, results);
            if ((outcomes == 0 && results == 0) || Fit(columns, bottom))
            {
                return columns;
            }

            (outcomes, results) = outcomes >= results ? (outcomes - 1, results) : (outcomes, results - 1);
        }
    }

    private static bool Fit(IReadOnlyList<PageColumn> columns, double bottom) => columns.All(column => column.Bottom <= bottom);

    private static List<PageColumn> Columns(CertificateFace face, double left, double width, double top, int size, int outcomes, int results) =>
    [
        Earned(face, new PageColumn(left, width - FactsWidth - Gutter, top), size, outcomes, results),
        Facts(face, new PageColumn(left + width - FactsWidth, FactsWidth, top), size),
    ];

    private static PageColumn Earned(CertificateFace face, PageColumn column, int size, int outcomes, int results)
    {
        if (face.Outcomes.Count > 0)
        {
            column.Text(CertificateWords.In(face.Language, CertificateWord.Outcomes), [size], 1, Accent, isBold: true).Gap(size * 0.5);
            foreach (var outcome in face.Outcomes.Take(outcomes))
            {
                column.Bullet(size, Accent).Text(outcome, [size], 3, Ink, indent: 16).Gap(size * 0.3);
            }

            More(face, column, size, face.Outcomes.Count - outcomes);
            column.Gap(size * 1.2);
        }

        if (face.Results.Count > 0)
        {
            column.Text(CertificateWords.In(face.Language, CertificateWord.Results), [size], 1, Accent, isBold: true).Gap(size * 0.5);
            foreach (var (name, value) in face.Results.Take(results))
            {
                column.Text($"{name}: {value}", [size], 2, Ink).Gap(size * 0.3);
            }

            More(face, column, size, face.Results.Count - results);
        }

        return column;
    }

    private static PageColumn Facts(CertificateFace face, PageColumn column, int size)
    {
        foreach (var (label, value) in face.Facts.Concat(face.Dates))
        {
            column.Text(label, [size - 3, 7], 1, Soft).Text(value, [size], 2, Ink, isBold: true).Gap(size * 0.55);
        }

        return column;
    }

    private static void More(CertificateFace face, PageColumn column, int size, int left)
    {
        if (left > 0)
        {
            column.Text(CertificateWords.In(face.Language, CertificateWord.AndMore).Replace("{n}", left.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), [size], 1, Soft);
        }
    }
}
