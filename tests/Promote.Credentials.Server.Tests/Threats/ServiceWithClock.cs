using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service whose clock goes as a test says, forward and back.</summary>
public sealed class ServiceWithClock : AttackedService
{
    private readonly FakeTime clock = new();

    /// <summary>What the clock says.</summary>
    internal DateTimeOffset Now
    {
        get => clock.GetUtcNow();
        set => clock.Advance(value - clock.GetUtcNow());
    }

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton<TimeProvider>(clock);
    }
}
