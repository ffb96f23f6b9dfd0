namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A service on an empty database, which fills it with its demonstration.</summary>
public sealed class ServiceWithDemo : StartedService
{
    private protected override Task PrepareAsync() => Task.CompletedTask;
}
