using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Tests;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Outbound;

/// <summary>The feature as the service has it, with a network and a clock of the test.</summary>
internal sealed class Outside : IDisposable
{
    private readonly ServiceProvider services;

    public Outside(Stub stub, OutboundLimits? limits = null, string[]? allowed = null, FakeTime? time = null, INetwork? network = null, X509Certificate2Collection? roots = null)
    {
        Network = new TestNetwork(stub.Tls);
        Network.Name("stub.example", TestNetwork.PublicAddress);
        Network.Name("twin.example", TestNetwork.PublicAddress);
        var collection = new ServiceCollection();
        collection.AddSingleton(network ?? Network);
        collection.AddSingleton<TimeProvider>(time ?? TimeProvider.System);
        collection.AddSingleton(limits ?? new OutboundLimits());
        collection.AddSingleton(new OutboundTrust(roots ?? StubCertificate.Roots));
        collection.AddOutbound(new PromoteSettings { Outbound = new OutboundSettings { AllowedHosts = allowed ?? [] } });
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static OutboundLimits Impatient { get; } = new() { Patience = TimeSpan.FromMilliseconds(400) };

    public TestNetwork Network { get; }

    public IFetcher Fetcher => services.GetRequiredService<IFetcher>();

    public Poster Poster => services.GetRequiredService<Poster>();

    public Task<FetchResult> FetchAsync(string url, FetchKind? kind = null) =>
        Fetcher.FetchAsync(new FetchRequest(new Uri(url, UriKind.RelativeOrAbsolute), kind ?? FetchKind.OpenBadgesObject), CancellationToken.None);

    public void Dispose() => services.Dispose();
}
