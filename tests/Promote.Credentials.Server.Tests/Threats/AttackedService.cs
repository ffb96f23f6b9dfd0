using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Tests.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service under its public name, whose web holds what a test puts there. No other host is ever asked.</summary>
public class AttackedService : RunningService
{
    /// <summary>Where others reach it.</summary>
    internal const string Address = "https://credentials.example";

    /// <summary>The rest of the world.</summary>
    internal World Web { get; } = new() { Now = TimeProvider.System.GetUtcNow() };

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Promote:PublicBaseUrl"] = Address };

    protected override void Replace(IServiceCollection services) => services.AddSingleton<IFetcher>(Web);
}
