using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>A service on this machine whose clock goes as a test says: people sign in there with an ordinary browser.</summary>
public sealed class ServiceWithTime : RunningService
{
    internal static readonly Uri Home = new("http://localhost");

    private readonly FakeTime clock = new();

    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Promote:PublicBaseUrl"] = Home.OriginalString };

    internal void Pass(TimeSpan time) => clock.Advance(time);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock);
}
