using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class PredictorTests
{
    [Fact]
    public void Whatever_a_filter_of_PNG_did_to_rows_is_undone() => Properties.ForAll(
        from filter in Gen.Choose(0, 4)
        from colours in Gen.Choose(1, 4)
        from columns in Gen.Choose(1, 5)
        from bytes in Gen.Choose(0, 7).Select(value => (byte)(value * 40)).ListOf()
        let width = colours * columns
        select (filter: (byte)filter, colours, columns, width, rows: bytes.Take(bytes.Count / width * width).ToArray()), sample =>
        {
            var parameters = new PdfObject.Dictionary(new()
            {
                ["Predictor"] = new PdfObject.Integer(15),
                ["Colors"] = new PdfObject.Integer(sample.colours),
                ["Columns"] = new PdfObject.Integer(sample.columns),
            });
            Assert.Equal(sample.rows, Predictor.Undo(PngRows.Filter(sample.rows, sample.width, sample.filter, sample.colours), parameters, XrefSection.Direct));
        }, runs: 3000);
}
