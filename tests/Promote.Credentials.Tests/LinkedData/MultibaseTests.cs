using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData;

namespace Promote.Credentials.Tests.LinkedData;

public sealed class MultibaseTests
{
    [Theory]
    [InlineData("", "z")]
    [InlineData("00", "z1")]
    [InlineData("0000287fb4cd", "z11233QC4")]
    [InlineData("48656c6c6f20576f726c6421", "z2NEpo7TZRRrLZSi2U")]
    public void Bytes_have_a_base58_form(string hex, string text)
    {
        Assert.Equal(text, Multibase.Base58Btc(Convert.FromHexString(hex)));
        AssertDecodes(text, Convert.FromHexString(hex));
    }

    [Theory]
    [InlineData("", "u")]
    [InlineData("fbff", "u-_8")]
    [InlineData("00", "uAA")]
    public void Bytes_have_a_base64url_form(string hex, string text)
    {
        Assert.Equal(text, Multibase.Base64Url(Convert.FromHexString(hex)));
        AssertDecodes(text, Convert.FromHexString(hex));
    }

    [Fact]
    public void Any_bytes_read_back() => Properties.ForAll(ArbMap.Default.GeneratorFor<byte[]>(), bytes =>
    {
        AssertDecodes(Multibase.Base58Btc(bytes), bytes);
        AssertDecodes(Multibase.Base64Url(bytes), bytes);
    });

    [Theory]
    [InlineData("")]
    [InlineData("m48656c")]
    [InlineData("z0")]
    [InlineData("zl")]
    [InlineData("z 1")]
    [InlineData("zé")]
    [InlineData("uA")]
    [InlineData("uAA==")]
    [InlineData("uAA ")]
    [InlineData("uAB")]
    [InlineData("u+/8")]
    public void Another_spelling_is_refused(string text)
    {
        Assert.False(Multibase.TryDecode(text, out var bytes));
        Assert.Empty(bytes);
    }

    [Fact]
    public void Base58_is_read_only_up_to_a_length_that_is_cheap()
    {
        Assert.True(Multibase.TryDecode("z" + new string('2', 1024), out _));
        Assert.False(Multibase.TryDecode("z" + new string('2', 1025), out _));
        Assert.True(Multibase.TryDecode("u" + new string('A', 200_000), out _));
    }

    private static void AssertDecodes(string text, byte[] expected)
    {
        Assert.True(Multibase.TryDecode(text, out var bytes));
        Assert.Equal(expected, bytes);
    }
}
