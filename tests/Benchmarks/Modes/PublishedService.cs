using System.Security.Cryptography;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>The published service, as <c>./tests/run benchmarks</c> hands it over, with a data directory of its own.</summary>
internal sealed class PublishedService : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("promote-benchmark-").FullName;

    /// <summary>An API key with every scope.</summary>
    internal string ApiKey { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Starts it on SQLite, or on the PostgreSQL of this connection string.</summary>
    /// <param name="publicBaseUrl">What it says that it is called; itself when this is null.</param>
    /// <param name="node">What it does of the work: everything, unless this says otherwise.</param>
    /// <param name="cores">The cores that it may use, as <c>taskset</c> takes them; all when this is null.</param>
    internal Task<ServerProcess> StartAsync(string? postgres = null, string? publicBaseUrl = null, string node = "both", string? cores = null)
    {
        var program = Required("PROMOTE_TEST_SERVER");
        string[] command = [.. cores is null ? Array.Empty<string>() : ["taskset", "-c", cores], "dotnet", program];
        return ServerProcess.StartAsync(command[0], command[1..], Path.GetDirectoryName(program)!, url =>
        {
            var address = url.GetLeftPart(UriPartial.Authority);
            var settings = new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address,
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Promote__PublicBaseUrl"] = publicBaseUrl ?? address,
                ["Promote__DataDirectory"] = data,
                ["Promote__Node"] = node,
                ["Promote__BootstrapApiKey"] = ApiKey,
                ["Promote__RateLimits__KeyPerSecond"] = "1000000",
                ["Promote__RateLimits__KeyBurst"] = "1000000",
                ["Promote__RateLimits__AddressPerSecond"] = "1000000",
                ["Promote__RateLimits__AddressBurst"] = "1000000",
            };
            if (postgres is not null)
            {
                settings["ConnectionStrings__Credentials"] = postgres;
            }

            return settings;
        });
    }

    /// <summary>A setting that <c>./tests/run benchmarks</c> gives.</summary>
    internal static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable)
            ?? throw new InvalidOperationException($"{variable} is not set: run ./tests/run benchmarks");

    public void Dispose() => Directory.Delete(data, recursive: true);
}
