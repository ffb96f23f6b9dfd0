using Promote.Credentials.Formats.Pdf;

namespace Promote.Credentials.Tests.Formats.Pdf;

public sealed class PdfTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain (text)", "706C61696E20287465787429")]
    [InlineData("ığ", "FEFF0131011F")]
    [InlineData("Я", "FEFF042F")]
    [InlineData("🏅", "FEFFD83CDFC5")]
    [InlineData("a\nb", "FEFF0061000A0062")]
    [InlineData("é", "FEFF00E9")]
    public void Text_is_ASCII_or_UTF_16(string text, string bytes)
    {
        Assert.Equal(bytes, Convert.ToHexString(PdfText.Write(text).Bytes));
        Assert.Equal(text, PdfText.Read(Convert.FromHexString(bytes)));
    }

    [Theory]
    [InlineData("181F", "˘˜")]
    [InlineData("808A8F9A9EA0", "•−‘ıž€")]
    [InlineData("E9FF090A0D", "éÿ\t\n\r")]
    [InlineData("0B7F9FAD", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("EFBBBFD0AF", "Я")]
    [InlineData("EFBBBFD0", "\uFFFD")]
    [InlineData("FEFF04", "\uFFFD")]
    [InlineData("FEFF", "")]
    public void Text_of_others_is_read(string bytes, string text) => Assert.Equal(text, PdfText.Read(Convert.FromHexString(bytes)));
}
