using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Tests.Domain.Text;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Țăran-Öztürk Çağla Žukauskienė Ærø")]
    [InlineData("handshake 🤝 \"quoted\" <b> & 100 %")]
    [InlineData("Αθήνα Київ 東京")]
    public void Letters_of_every_script_are_safe(string text) => Assert.True(SafeText.IsLine(text));

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x001B)]
    [InlineData(0x0085)]
    [InlineData(0x00AD)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200D)]
    [InlineData(0x200E)]
    [InlineData(0x2028)]
    [InlineData(0x202E)]
    [InlineData(0x2060)]
    [InlineData(0x2066)]
    [InlineData(0x2069)]
    [InlineData(0xFEFF)]
    [InlineData(0xE0041)]
    public void Characters_that_nobody_sees_are_not(int codePoint)
    {
        var text = "a" + char.ConvertFromUtf32(codePoint) + "b";
        Assert.False(SafeText.IsLine(text));
        Assert.False(SafeText.IsBlock(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_not()
    {
        Assert.False(SafeText.IsLine("a\uD83E"));
        Assert.False(SafeText.IsLine("\uDD1Db"));
    }

    [Fact]
    public void Only_a_block_has_lines()
    {
        Assert.True(SafeText.IsBlock("one\r\n\ttwo"));
        Assert.False(SafeText.IsLine("one\ntwo"));
    }

    [Fact]
    public void No_safe_line_holds_a_control_or_format_character() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
        text => !SafeText.IsLine(text) || !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format))
        .QuickCheckThrowOnFailure();
}
