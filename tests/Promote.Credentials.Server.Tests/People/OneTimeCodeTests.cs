using System.Text;
using Promote.Credentials.Server.People;

namespace Promote.Credentials.Server.Tests.People;

public sealed class OneTimeCodeTests
{
    // RFC 6238 appendix B, SHA-1; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_the_one_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.CodeOf("12345678901234567890"u8, seconds / 30));

    // RFC 4648 §10.
    [Theory]
    [InlineData("", "")]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YQ", "foob")]
    [InlineData("mzxw6ytb", "fooba")]
    [InlineData("MZXW6YTBOI", "foobar")]
    public void Base32_is_that_of_RFC_4648(string text, string decoded) => Assert.Equal(decoded, Encoding.ASCII.GetString(Base32.Decode(text)));

    [Theory]
    [InlineData("MZXW6===")]
    [InlineData("M1")]
    [InlineData("MÝ")]
    public void What_is_not_base32_is_refused(string text) => Assert.Throws<FormatException>(() => Base32.Decode(text));
}
