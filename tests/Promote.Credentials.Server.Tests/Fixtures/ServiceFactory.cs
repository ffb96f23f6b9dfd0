using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>Starts the program inside the process of the tests.</summary>
/// <param name="log">Where its log goes.</param>
/// <param name="settings">Its settings, the parts of a name divided by colons.</param>
/// <param name="replace">Puts something else in the place of a part of the service.</param>
internal sealed class ServiceFactory(CollectedLog log, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection> replace) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log));
        builder.ConfigureServices(replace);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
