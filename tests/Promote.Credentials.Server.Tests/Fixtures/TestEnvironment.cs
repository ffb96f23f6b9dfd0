using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A named environment for what is built without a host.</summary>
internal sealed class TestEnvironment(string name) : IHostEnvironment
{
    public static TestEnvironment Development { get; } = new(Environments.Development);

    public static TestEnvironment Production { get; } = new(Environments.Production);

    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "tests";

    public string ContentRootPath { get; set; } = Path.GetTempPath();

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
