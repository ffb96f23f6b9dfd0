using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Commands;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Commands;

/// <summary>What an operator types, on the database of a running service.</summary>
public sealed class CommandTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_key_made_on_the_command_line_opens_what_its_scopes_say_until_it_is_revoked()
    {
        var key = (await RunAsync("keys", "api", "create", "--issuer", "cove-ro", "--scopes", "achievements:read", "--expires", "2099-12-31")).Trim();
        var id = key["pk_".Length..][..22];
        using var client = service.ClientWith(key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/achievements")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/awards")).StatusCode);
        Assert.Contains($"{id}  until 2099-12-31", await RunAsync("keys", "api", "list", "--issuer", "cove-ro"), StringComparison.Ordinal);

        await RunAsync("keys", "api", "revoke", "--id", id);
        Assert.Contains($"{id}  revoked", await RunAsync("keys", "api", "list", "--issuer", "cove-ro"), StringComparison.Ordinal);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE actor = 'command line' AND action = 'apiKey.revoked' AND subject = '{id}'"));
    }

    [Fact]
    public async Task An_issuer_is_admitted_and_its_slug_given_once()
    {
        string[] command = ["issuers", "create", "--slug", "cove-de", "--name", "Kompetenzzentrum", "--country", "DE", "--language", "de"];
        await RunAsync(command);
        var refused = await Assert.ThrowsAsync<UsageException>(() => RunAsync(command));
        Assert.Contains("cove-de", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys api create", "--issuer")]
    [InlineData("keys api create --issuer nobody", "nobody")]
    [InlineData("keys api create --issuer cove-ro --scopes everything", "everything")]
    [InlineData("keys api create --issuer cove-ro --expires soon", "--expires")]
    [InlineData("keys api revoke --id AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("issuers create --slug UPPER --name x --country DE --language de", "/slug")]
    [InlineData("keys api", "Usage")]
    [InlineData("dance", "Usage")]
    public async Task A_command_that_cannot_be_done_says_what_is_wrong(string line, string hint)
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => RunAsync(line.Split(' ')));
        Assert.Contains(hint, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("--urls", "http://localhost:5001")]
    [InlineData("serve", "--urls", "http://localhost:5001")]
    public void Without_a_command_it_serves(params string[] arguments)
    {
        var commandLine = CommandLine.Read(arguments);
        Assert.Null(commandLine.Command);
        Assert.DoesNotContain("serve", commandLine.Options);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var commandLine = CommandLine.Read(arguments);
        await using var scope = service.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        await commandLine.Command!(scope.ServiceProvider, new Options(commandLine.Options), output, CancellationToken.None);
        return output.ToString();
    }
}
