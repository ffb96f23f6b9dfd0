using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>The sample that a service imports behind its start.</summary>
internal static class EscoSampleOf
{
    /// <summary>Ends once it is there.</summary>
    public static Task UntilThereAsync(RunningService service) =>
        service.Services.GetServices<IHostedService>().OfType<SampleAtStart>().Single().ExecuteTask!;
}
