using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class PdfParserTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true ", "true")]
    [InlineData("-17", "-17")]
    [InlineData("+17", "17")]
    [InlineData("4.", "4.")]
    [InlineData("-.002", "-.002")]
    [InlineData("% all\r % of it\n12 0 R", "12 0 R")]
    [InlineData("12 % and\n 0\0R", "12 0 R")]
    [InlineData("[1 2 3 0 R 4 0]", "[ 1 2 3 0 R 4 0 ]")]
    [InlineData("[/A/B(c)<64>[]<<>>]", "[ /A /B (c) (d) [ ] << >> ]")]
    [InlineData("<</A/B/C<</D 1>>>>", "<< /A /B /C << /D 1 >> >>")]
    [InlineData("/A#20#2f#23", "/A#20#2F#23")]
    [InlineData("/", "/")]
    [InlineData("()", "()")]
    [InlineData("(a(b)c)", "(a\\(b\\)c)")]
    [InlineData("(\\(\\)\\\\\\x)", "(\\(\\)\\\\x)")]
    [InlineData("(\\101\\7\\0534\\477)", "<41072B343F>")]
    [InlineData("(\\n\\r\\t\\b\\f)", "<0A0D09080C>")]
    [InlineData("(a\r\nb\rc\nd)", "<610A620A630A64>")]
    [InlineData("(a\\\r\nb\\\nc\\\rd)", "(abcd)")]
    [InlineData("< 41\n4 >", "(A@)")]
    public void Every_way_to_write_a_value_is_read(string written, string value) => Assert.Equal(value, Rewrite(written));

    [Theory]
    [InlineData("")]
    [InlineData("nul")]
    [InlineData("1e5")]
    [InlineData("--1.0")]
    [InlineData(".")]
    [InlineData("99999999999999999999")]
    [InlineData("R")]
    [InlineData("]")]
    [InlineData(">>")]
    [InlineData("{")]
    [InlineData("[1")]
    [InlineData("(a")]
    [InlineData("(a\\")]
    [InlineData("(a(b)")]
    [InlineData("<4x>")]
    [InlineData("<4")]
    [InlineData("<</A")]
    [InlineData("<</A 1")]
    [InlineData("<</A 1>")]
    [InlineData("<</A>>")]
    [InlineData("<<1 2>>")]
    [InlineData("<</A 1/A 2>>")]
    [InlineData("<</A 1/#41 2>>")]
    [InlineData("/A#4")]
    [InlineData("/A#xx")]
    public void What_is_no_value_is_refused(string written) => Assert.Throws<InvalidPdfException>(() => Rewrite(written));

    [Fact]
    public void Values_are_nested_so_deep_and_no_deeper()
    {
        Assert.NotEmpty(Rewrite(Nested(PdfBudget.MaxDepth)));
        Assert.Throws<InvalidPdfException>(() => Rewrite(Nested(PdfBudget.MaxDepth + 1)));
        Assert.Throws<InvalidPdfException>(() => Rewrite(new string('[', 1_000_000)));
        Assert.Equal(1_000_000 + 2, Rewrite($"({new string('(', 250_000)}{new string(')', 250_000)})").Length);
    }

    [Fact]
    public void So_many_values_are_read_and_no_more() => Assert.Throws<InvalidPdfException>(() => Rewrite($"[{string.Concat(Enumerable.Repeat("1 ", 200_001))}]"));

    [Fact]
    public void What_was_written_once_is_written_again_the_same() => Properties.ForAll(
        Gen.Elements("[", "]", "<<", ">>", "/A", "/B#20", "(", ")", "\\", "<41", ">", "1", " ", "0", "R", ".5", "true", "null", "%", "\n", "\u00FF").ListOf(), parts =>
        {
            try
            {
                var once = Rewrite(string.Concat(parts));
                Assert.Equal(once, Rewrite(once));
            }
            catch (InvalidPdfException)
            {
            }
        }, runs: 5000);

    private static string Nested(int depth) => new string('[', depth + 1) + new string(']', depth + 1);

    private static string Rewrite(string written)
    {
        var target = new ArrayBufferWriter<byte>();
        PdfWriter.Write(target, new PdfParser(new(PdfSample.Bytes(written), 0), new(written.Length, 0)).Read());
        return PdfSample.Text(target.WrittenSpan.ToArray());
    }
}
