using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>
/// The service inside the process of the tests, where most of what a start compiles is compiled already. What a test does to a process, such as
/// killing it, or reads from its console, needs <see cref="ServiceProcess"/>.
/// </summary>
internal sealed class ServiceInside : TestedService
{
    private readonly CollectedLog log;
    private readonly ServiceFactory factory;

    private ServiceInside(TestDatabase database, Uri url, CollectedLog log, ServiceFactory factory)
        : base(database, url) => (this.log, this.factory) = (log, factory);

    public override string Output => string.Join('\n', log.Lines.Select(line => $"{line.Category}[{line.Event.Id}] {line.Text}"));

    /// <summary>Starts the service; it is ready then.</summary>
    /// <param name="database">Its database; the caller disposes of it.</param>
    /// <param name="settings">Like those of <see cref="ServiceProcess.StartAsync"/>.</param>
    public static async Task<ServiceInside> StartAsync(TestDatabase database, params (string Name, string? Value)[] settings)
    {
        var (url, log) = (FreeAddress(), new CollectedLog());
        var all = SettingsOf(database, url, settings).Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value!);
        var service = new ServiceInside(database, url, log, new ServiceFactory(log, all, _ => { }));
        try
        {
            service.factory.UseKestrel(url.Port);
            await Task.Run(service.factory.StartServer);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await factory.DisposeAsync();
    }
}
