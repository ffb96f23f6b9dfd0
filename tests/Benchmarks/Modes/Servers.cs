using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>The servers that are measured.</summary>
internal static class Servers
{
    /// <summary>The Node issuing stack of <c>comparator/</c>.</summary>
    internal static Task<ServerProcess> StartComparatorAsync() => StartNodeAsync("server.mjs");

    /// <summary>The Node verifying stack of <c>comparator/</c>.</summary>
    internal static Task<ServerProcess> StartVerifierAsync() => StartNodeAsync("verifier.mjs");

    /// <summary>This program's mode <c>host</c>.</summary>
    internal static Task<ServerProcess> StartHostAsync() =>
        ServerProcess.StartAsync("dotnet", [typeof(Servers).Assembly.Location, "host"], AppContext.BaseDirectory, url => new()
        {
            ["ASPNETCORE_URLS"] = url.GetLeftPart(UriPartial.Authority),
        });

    private static Task<ServerProcess> StartNodeAsync(string program)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Benchmarks", "comparator");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The comparator's packages are missing: (cd tests/Benchmarks/comparator && npm ci)");
        }

        return ServerProcess.StartAsync("node", [program], folder, url => new()
        {
            ["PORT"] = $"{url.Port}",
            ["NODE_ENV"] = "production",
        });
    }
}
