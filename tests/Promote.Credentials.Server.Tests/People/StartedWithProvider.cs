using System.Net.Http.Headers;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>A service on each database that takes the tokens of an identity provider.</summary>
#pragma warning disable CA1001 // xunit disposes through IAsyncLifetime.
public sealed class StartedWithProvider : StartedOnBoth
{
    internal IdentityProviderStub Provider { get; } = new();

    private protected override (string Name, string? Value)[] Settings => Provider.Settings;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>A client that sends this token.</summary>
    internal static HttpClient ClientWith(TestedService service, string token, string? issuer = null)
    {
        var client = new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        if (issuer is not null)
        {
            client.DefaultRequestHeaders.Add("Promote-Issuer", issuer);
        }

        return client;
    }
}
