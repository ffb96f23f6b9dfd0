using Microsoft.Extensions.Configuration;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Settings;

public sealed class OutboundSettingsTests
{
    [Theory]
    [InlineData("lists.coe.internal", "https lists.coe.internal 443")]
    [InlineData("Lists.CoE.internal:8443", "https lists.coe.internal 8443")]
    [InlineData("lists.example:443", "https lists.example 443")]
    [InlineData("café.example", "https xn--caf-dma.example 443")]
    [InlineData("10.0.0.5:8443", "https 10.0.0.5 8443")]
    [InlineData("[fd00::5]:8443", "https fd00::5 8443")]
    [InlineData("http://localhost:5001", "http localhost 5001")]
    [InlineData("http://localhost:80", "http localhost 80")]
    public void A_host_and_its_port_are_read(string entry, string expected)
    {
        OutboundSettingsCheck.Check(new OutboundSettings { AllowedHosts = [entry] }, TestEnvironment.Development);

        Assert.True(AllowedHost.TryRead(entry, out var host));
        Assert.Equal(expected, $"{host.Scheme} {host.Host} {host.Port}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*")]
    [InlineData("*.example")]
    [InlineData("https://lists.example")]
    [InlineData("ftp://lists.example:21")]
    [InlineData("http://lists.example")]
    [InlineData("lists.example/path")]
    [InlineData("lists.example?x")]
    [InlineData("user@lists.example")]
    [InlineData("lists.example:0")]
    [InlineData("lists.example:65536")]
    [InlineData("lists.example:https")]
    [InlineData("lists.example,other.example")]
    [InlineData("lists.example other.example")]
    [InlineData("a‥b.example")]
    [InlineData(":443")]
    [InlineData("10.0.0.0/8")]
    public void An_entry_that_is_no_host_is_refused_by_its_number(string entry)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, "lists.example", entry));
        Assert.StartsWith("Promote__Outbound__AllowedHosts__1 is not a host", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_for_Development_alone()
    {
        Assert.Equal(["http://localhost:5001"], Read(TestEnvironment.Development, "http://localhost:5001").Outbound.AllowedHosts);

        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Production, "http://localhost:5001"));
        Assert.Contains("http:// outside Development", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["lists.example:8443"], Read(TestEnvironment.Production, "lists.example:8443").Outbound.AllowedHosts);
    }

    [Fact]
    public void Without_settings_no_host_is_allowed() => Assert.Empty(Read(TestEnvironment.Production).Outbound.AllowedHosts);

    [Theory]
    [InlineData("Promote:Outbound:AllowedHost:0")]
    [InlineData("Promote:Outbound:AllowedHosts")]
    public void A_key_that_would_be_overlooked_is_refused(string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)"lists.example")]).Build();
        Assert.Throws<SettingsException>(() => SettingsReader.ReadPromote(configuration, TestEnvironment.Development));
    }

    private static PromoteSettings Read(TestEnvironment environment, params string[] hosts) => SettingsReader.ReadPromote(
        new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("Promote:PublicBaseUrl", (string?)"https://credentials.example"),
            .. hosts.Select((host, index) => KeyValuePair.Create($"Promote:Outbound:AllowedHosts:{index}", (string?)host)),
        ]).Build(),
        environment);
}
