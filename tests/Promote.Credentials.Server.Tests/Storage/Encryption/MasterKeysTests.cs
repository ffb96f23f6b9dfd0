using System.Security.Cryptography;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage.Encryption;

public sealed class MasterKeysTests
{
    private static readonly string One = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string Two = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void A_key_wrapped_before_a_rotation_opens_after_it()
    {
        var before = MasterKeys.From(new PromoteSettings { MasterKey = One }, TestEnvironment.Production);
        var after = MasterKeys.From(new PromoteSettings { MasterKey = Two, PreviousMasterKeys = [One] }, TestEnvironment.Production);
        var wrapped = before.Wrap([1, 2, 3], "place"u8);

        Assert.Equal([1, 2, 3], after.Unwrap(before.CurrentId, wrapped, "place"u8));
        Assert.NotEqual(before.CurrentId, after.CurrentId);
    }

    [Fact]
    public void A_master_key_that_is_gone_is_named()
    {
        var before = MasterKeys.From(new PromoteSettings { MasterKey = One }, TestEnvironment.Production);
        var other = MasterKeys.From(new PromoteSettings { MasterKey = Two }, TestEnvironment.Production);

        var refused = Assert.Throws<SettingsException>(() => other.Unwrap(before.CurrentId, before.Wrap([1], "place"u8), "place"u8));

        Assert.Contains(before.CurrentId, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Promote__PreviousMasterKeys__0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_without_a_master_key_is_refused() =>
        AssertRefused(new PromoteSettings(), "Promote__MasterKey is not set");

    [Fact]
    public void Production_with_the_development_master_key_is_refused()
    {
        var development = Convert.ToBase64String(DevelopmentKeys.Master());

        AssertRefused(new PromoteSettings { MasterKey = development }, "public key of keys-dev");
        AssertRefused(new PromoteSettings { MasterKey = One, PreviousMasterKeys = [development] }, "public key of keys-dev");
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void A_master_key_that_is_not_32_bytes_is_refused(string key) => AssertRefused(new PromoteSettings { MasterKey = key }, "exactly 32 bytes");

    private static void AssertRefused(PromoteSettings settings, string why)
    {
        var refused = Assert.Throws<SettingsException>(() => MasterKeys.From(settings, TestEnvironment.Production));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }
}
