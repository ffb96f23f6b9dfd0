using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>Threat 1: a document names an address so that this service asks its own network for it.</summary>
public sealed class TM_01
{
    [Theory]
    [InlineData("http://stub.example/")]
    [InlineData("HTTP://stub.example:443/")]
    [InlineData("ftp://stub.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://stub.example:443/")]
    [InlineData("ws://stub.example/")]
    [InlineData("data:application/json,%7B%7D")]
    [InlineData("javascript:1")]
    [InlineData("//stub.example/did.json")]
    [InlineData("stub.example/did.json")]
    [InlineData("/did.json")]
    [InlineData("")]
    [InlineData("https://stub.example:8443/")]
    [InlineData("https://stub.example:80/")]
    [InlineData("https://stub.example:22/")]
    [InlineData("https://user@stub.example/")]
    [InlineData("https://user:password@stub.example/")]
    [InlineData("https://stub.example:pw@127.0.0.1/")]
    [InlineData("https://stub.example%2f@127.0.0.1/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[2606:4700::1111%25lo]/")]
    [InlineData("https://stub.example：8443／x/")]
    [InlineData("https://℀.example/")]
    [InlineData("https://a‥b.example/")]
    [InlineData("https://-stub.example/")]
    public async Task An_address_that_is_no_plain_https_address_is_not_asked(string url) => await NothingIsAskedAsync(url, FetchFailure.RefusedUrl);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("0x7f000001")]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("①②⑦.0.0.1")]
    [InlineData("127。0。0。1")]
    [InlineData("1２7.0.0.1")]
    [InlineData("0x7f.１")]
    [InlineData("127.0.0.1:443")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("10.0.0.1")]
    [InlineData("１０.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("0xa9fea9fe")]
    [InlineData("2852039166")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.31.196.1")]
    [InlineData("192.52.193.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("0300.0250.1.1")]
    [InlineData("192.175.48.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[0:0:0:0:0:0:0:1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[::ffff:93.184.215.14]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b::8.8.8.8]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[100::1]")]
    [InlineData("[2001::1]")]
    [InlineData("[2001:10::1]")]
    [InlineData("[2001:1ff::1]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2620:4f:8000::1]")]
    [InlineData("[3fff::1]")]
    [InlineData("[4000::1]")]
    [InlineData("[5f00::1]")]
    [InlineData("[fd00::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    public async Task An_address_in_no_public_network_is_not_asked_however_it_is_written(string host) =>
        await NothingIsAskedAsync($"https://{host}/latest/meta-data", FetchFailure.RefusedAddress);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1%1")]
    [InlineData("93.184.215.14 10.0.0.1")]
    [InlineData("2606:4700::1111 93.184.215.14 ::1")]
    [InlineData("10.0.0.1 93.184.215.14")]
    public async Task A_name_with_an_address_in_no_public_network_is_not_asked(string addresses)
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);
        outside.Network.Name("stub.example", addresses);

        var result = await outside.FetchAsync("https://stub.example/did.json");

        Assert.Equal(FetchFailure.RefusedAddress, result.Failure);
        Assert.DoesNotContain(addresses, result.Detail, StringComparison.Ordinal);
        Assert.Empty(outside.Network.Dialled);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_when_it_is_asked_again_leads_nowhere()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Connection = "close";
            return Stub.JsonAsync(context);
        });
        using var outside = new Outside(stub);
        outside.Network.Name("stub.example", TestNetwork.PublicAddress, "127.0.0.1");

        Assert.Null((await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Equal(["stub.example"], outside.Network.LookedUp);
        Assert.Equal([TestNetwork.PublicAddress + ":443"], outside.Network.Dialled);

        Assert.Equal(FetchFailure.RefusedAddress, (await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Single(outside.Network.Dialled);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("https://127.0.0.1/", FetchFailure.RefusedAddress)]
    [InlineData("https://[::1]/", FetchFailure.RefusedAddress)]
    [InlineData("https://inside.example/", FetchFailure.RefusedAddress)]
    [InlineData("//169.254.169.254/latest/meta-data", FetchFailure.RefusedAddress)]
    [InlineData("http://stub.example/", FetchFailure.RefusedUrl)]
    [InlineData("https://stub.example:8443/", FetchFailure.RefusedUrl)]
    [InlineData("https://user@stub.example/", FetchFailure.RefusedUrl)]
    [InlineData("file:///etc/passwd", FetchFailure.RefusedUrl)]
    public async Task A_redirect_leads_nowhere_that_could_not_be_asked_for(string location, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });
        using var outside = new Outside(stub);
        outside.Network.Name("inside.example", "10.0.0.5");

        Assert.Equal(failure, (await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Equal(["stub.example/did.json"], stub.Requests);
    }

    [Theory]
    [InlineData("https://inside.example/hook", FetchFailure.RefusedAddress)]
    [InlineData("https://127.0.0.1/hook", FetchFailure.RefusedAddress)]
    [InlineData("http://stub.example/hook", FetchFailure.RefusedUrl)]
    [InlineData("https://stub.example:8443/hook", FetchFailure.RefusedUrl)]
    [InlineData("https://user:password@stub.example/hook", FetchFailure.RefusedUrl)]
    public async Task Nothing_is_sent_where_nothing_is_fetched(string url, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);
        outside.Network.Name("inside.example", "10.0.0.5");

        var result = await outside.Poster.PostAsync(new Uri(url), "{}"u8.ToArray(), new Dictionary<string, string>(), CancellationToken.None);

        Assert.Equal(failure, result.Failure);
        Assert.Empty(outside.Network.Dialled);
        Assert.Empty(stub.Requests);
    }

    private static async Task NothingIsAskedAsync(string url, FetchFailure failure)
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub);

        var result = await outside.FetchAsync(url);

        Assert.Equal(failure, result.Failure);
        Assert.EndsWith(".", result.Detail, StringComparison.Ordinal);
        Assert.Empty(outside.Network.LookedUp);
        Assert.Empty(outside.Network.Dialled);
        Assert.Empty(stub.Requests);
    }
}
