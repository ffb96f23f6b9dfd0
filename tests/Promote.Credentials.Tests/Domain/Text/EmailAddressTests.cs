using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Tests.Domain.Text;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana.popescu@penitenciar.example")]
    [InlineData("a+b_c'd@sub.example.org")]
    [InlineData("Ăna@școală.ro")]
    [InlineData("1@2.example")]
    public void Real_addresses_are_taken(string address) => Assert.True(EmailAddress.IsValid(address));

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@")]
    [InlineData("ana@localhost")]
    [InlineData("ana@example..org")]
    [InlineData(".ana@example.org")]
    [InlineData("ana.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("ana@-example.org")]
    [InlineData("ana@example.org ")]
    [InlineData("ana@example.org\n")]
    [InlineData("ana@a@example.org")]
    [InlineData("ana popescu@example.org")]
    [InlineData("<ana@example.org>")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData("ana\u202E@example.org")]
    public void Anything_else_is_not(string address) => Assert.False(EmailAddress.IsValid(address));

    [Fact]
    public void Lengths_of_RFC_5321_hold()
    {
        Assert.True(EmailAddress.IsValid(new string('a', 64) + "@example.org"));
        Assert.False(EmailAddress.IsValid(new string('a', 65) + "@example.org"));
        Assert.False(EmailAddress.IsValid("a@" + string.Concat(Enumerable.Repeat("example.", 40)) + "org"));
    }

    [Fact]
    public void What_is_taken_has_one_at_sign_and_a_dot_behind_it() => Prop.ForAll(
        Gen.Elements('a', '1', '.', '-', '@', '_', ' ', 'ș').ListOf().Select(string.Concat).ToArbitrary(),
        address => !EmailAddress.IsValid(address) || address.Split('@') is [{ Length: > 0 }, var domain] && domain.Contains('.', StringComparison.Ordinal))
        .QuickCheckThrowOnFailure();
}
