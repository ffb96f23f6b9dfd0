using System.Net;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

public sealed class AllowedHostTests
{
    [Fact]
    public async Task An_allowed_host_may_lie_in_the_own_network_on_its_port()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub, allowed: ["stub.example:8443", "twin.example"]);
        outside.Network.Name("stub.example", "10.0.0.5");
        outside.Network.Name("twin.example", "fd00::5");

        Assert.Null((await outside.FetchAsync("https://stub.example:8443/did.json")).Failure);
        Assert.Null((await outside.FetchAsync("https://twin.example/did.json")).Failure);
        Assert.Equal(["10.0.0.5:8443", "[fd00::5]:443"], outside.Network.Dialled);

        Assert.Equal(FetchFailure.RefusedAddress, (await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Equal(FetchFailure.RefusedUrl, (await outside.FetchAsync("https://twin.example:8443/did.json")).Failure);
        Assert.Equal(FetchFailure.RefusedUrl, (await outside.FetchAsync("http://stub.example:8443/did.json")).Failure);
        Assert.Equal(FetchFailure.RefusedAddress, (await outside.FetchAsync("https://10.0.0.5/did.json")).Failure);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task A_host_of_this_machine_is_reached_through_its_own_resolver_and_sockets()
    {
        await using var stub = await Stub.StartAsync();
        using var network = new SystemNetwork();
        using var closed = new Outside(stub, network: network);
        using var open = new Outside(stub, allowed: [$"localhost:{stub.Tls.Port}", $"http://localhost:{stub.Plain.Port}"], network: network);

        Assert.Equal(FetchFailure.RefusedAddress, (await closed.FetchAsync("https://localhost/did.json")).Failure);
        Assert.Null((await open.FetchAsync($"https://localhost:{stub.Tls.Port}/did.json")).Failure);
        Assert.Null((await open.FetchAsync($"http://localhost:{stub.Plain.Port}/did.json")).Failure);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task An_allowed_address_is_written_as_an_address()
    {
        await using var stub = await Stub.StartAsync();
        using var outside = new Outside(stub, allowed: [$"http://127.0.0.1:{stub.Plain.Port}", "http://[::1]:8080"], network: new SystemNetwork());

        Assert.Null((await outside.FetchAsync($"http://127.0.0.1:{stub.Plain.Port}/did.json")).Failure);
        Assert.Equal(FetchFailure.Unreachable, (await outside.FetchAsync("http://[::1]:8080/did.json")).Failure);
    }

    [Fact]
    public async Task From_https_no_redirect_leads_to_http_not_even_to_an_allowed_host()
    {
        await using var stub = await Stub.StartAsync(context =>
        {
            context.Response.Redirect("http://twin.example:8080/did.json");
            return Task.CompletedTask;
        });
        using var outside = new Outside(stub, allowed: ["http://twin.example:8080"]);

        Assert.Equal(FetchFailure.RefusedUrl, (await outside.FetchAsync("https://stub.example/did.json")).Failure);
        Assert.Single(stub.Requests);
    }
}
