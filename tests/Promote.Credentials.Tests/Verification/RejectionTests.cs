using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Tests.Verification;

public class RejectionTests
{
    private readonly World world = new();

    [Theory]
    [InlineData("", RejectionKind.MalformedJson, "")]
    [InlineData("no json", RejectionKind.MalformedJson, "")]
    [InlineData("""{"type":"VerifiableCredential","issuer":{"id":"a","id":"b"}}""", RejectionKind.MalformedJson, "/issuer/id")]
    [InlineData("\"VerifiableCredential\"", RejectionKind.NotACredential, "")]
    [InlineData("[]", RejectionKind.NotACredential, "")]
    [InlineData("{}", RejectionKind.NotACredential, "/type")]
    [InlineData("""{"type":[null,1,{"a":"OpenBadgeCredential"}]}""", RejectionKind.NotACredential, "/type")]
    public async Task What_is_not_a_credential_is_told_from_an_invalid_one(string input, RejectionKind kind, string pointer)
    {
        var report = await world.VerifyAsync(input);

        Assert.Equal((kind, pointer), (report.Rejection!.Kind, report.Rejection.Pointer));
        report.Says(Outcome.Invalid, CheckIds.Format, CheckOutcome.Failed);
        Assert.Null(report.Document);
    }

    [Fact]
    public async Task Open_Badges_over_the_elder_data_model_are_not_called_invalid_for_that()
    {
        var badge = Badge.New().With(badge => badge.Json["@context"]![0] = "https://www.w3.org/2018/credentials/v1");

        Assert.Null((await world.VerifyAsync(badge.Unsigned())).Rejection);
    }

    [Fact]
    public async Task More_than_256_KiB_are_not_read()
    {
        var badge = Badge.New().With(badge => badge.Json["name"] = new string('n', Limits.Json));

        Assert.Equal(RejectionKind.TooLarge, (await world.VerifyAsync(badge.Unsigned())).Rejection?.Kind);
    }

    [Fact]
    public async Task More_than_32_levels_are_not_read()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 33)) + "1" + new string('}', 33);

        Assert.Equal(RejectionKind.MalformedJson, (await world.VerifyAsync(deep)).Rejection?.Kind);
    }
}
