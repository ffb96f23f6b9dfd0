using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData.Json;

public sealed partial class EcmaScriptNumberTests
{
    // The samples of RFC 8785 Appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void A_sample_of_the_standard_is_written_as_there(ulong bits, string expected) =>
        Assert.Equal(expected, EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void Any_number_reads_back_and_has_the_shape_that_its_size_asks_for() =>
        Properties.ForAll(Doubles, number =>
        {
            var text = EcmaScriptNumber.Format(number);

            Assert.Equal(number == 0 ? 0 : number, double.Parse(text, CultureInfo.InvariantCulture));
            var size = Math.Abs(number);
            Assert.Matches(size != 0 && size is >= 1e21 or < 1e-6 and > 0 ? Exponential() : Plain(), text);
        }, runs: 20_000);

    private static Gen<double> Doubles =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<ulong>().Select(BitConverter.UInt64BitsToDouble),
            ArbMap.Default.GeneratorFor<long>().Select(number => (double)number),
            ArbMap.Default.GeneratorFor<int>().Select(number => number / 1000.0))
        .Where(double.IsFinite);

    [GeneratedRegex(@"^-?[1-9](\.\d*[1-9])?e[+-][1-9]\d*$")]
    private static partial Regex Exponential();

    [GeneratedRegex(@"^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$")]
    private static partial Regex Plain();
}
