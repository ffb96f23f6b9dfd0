using System.Collections.Concurrent;
using System.Diagnostics;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The service as operators run it: a process of its own, real HTTP on loopback, one of the two databases.</summary>
internal sealed class ServiceProcess : TestedService
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ServiceProcess(TestDatabase database, Uri url, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
        : base(database, url)
    {
        var start = new ProcessStartInfo("dotnet", [Server, .. arguments])
        {
            // Not the program's: an operator starts it from anywhere.
            WorkingDirectory = database.Directory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    public override string Output => string.Join('\n', output);

    private static string Server { get; } = Find();

    /// <summary>Starts the service and waits until it is ready.</summary>
    /// <param name="database">Its database; the caller disposes of it.</param>
    /// <param name="settings">Environment variables besides those that every test needs, or instead of them; <c>{port}</c> in a value is where it listens, <c>{database}</c> its connection string.</param>
    public static async Task<ServiceProcess> StartAsync(TestDatabase database, params (string Name, string? Value)[] settings)
    {
        var service = Create(database, settings);
        service.Start();
        await service.UntilReadyAsync();
        return service;
    }

    /// <summary>Runs the service where it is expected to end by itself, and answers its exit code.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(TestDatabase database, params (string Name, string? Value)[] settings)
    {
        await using var service = Create(database, settings);
        service.Start();
        await service.process.WaitForExitAsync().WaitAsync(StartTimeout);
        return (service.process.ExitCode, service.Output);
    }

    /// <summary>Starts the service and waits until it listens, ready or not.</summary>
    public static async Task<ServiceProcess> StartUnreadyAsync(TestDatabase database, params (string Name, string? Value)[] settings)
    {
        var service = Create(database, settings);
        service.Start();
        var started = Stopwatch.GetTimestamp();
        while (!service.Output.Contains("Now listening on", StringComparison.Ordinal))
        {
            Assert.False(service.process.HasExited || Stopwatch.GetElapsedTime(started) > StartTimeout, service.Output);
            await Task.Delay(20);
        }

        return service;
    }

    /// <summary>Runs a command instead of the service, and answers what it wrote.</summary>
    public static async Task<string> RunCommandAsync(TestDatabase database, string words, params (string Name, string? Value)[] settings)
    {
        var (exitCode, output) = await RunCommandToEndAsync(database, words, settings);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Like <see cref="RunCommandAsync"/>, where the command may fail.</summary>
    public static async Task<(int ExitCode, string Output)> RunCommandToEndAsync(TestDatabase database, string words, params (string Name, string? Value)[] settings)
    {
        await using var service = Create(database, settings, words.Split(' '));
        service.Start();
        await service.process.WaitForExitAsync().WaitAsync(StartTimeout);
        return (service.process.ExitCode, service.Output);
    }

    /// <summary>Ends once the process is gone by itself.</summary>
    public Task UntilGoneAsync() => process.WaitForExitAsync().WaitAsync(StartTimeout);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ServiceProcess Create(TestDatabase database, (string Name, string? Value)[] settings, params string[] arguments)
    {
        var url = FreeAddress();
        var environment = new Dictionary<string, string?>(SettingsOf(database, url, settings))
        {
            ["ASPNETCORE_URLS"] = url.OriginalString,
            // A process here lives for seconds: compiling what it calls often once more costs a sixth of its time and gains nothing.
            ["DOTNET_TC_CallCountThreshold"] = "FFFF",
        };
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        return new ServiceProcess(database, url, environment, arguments);
    }

    private void Start()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task UntilReadyAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartTimeout)
            {
                var said = Output;
                await DisposeAsync();
                throw new InvalidOperationException($"The service did not start:\n{said}");
            }

            await Task.Delay(20);
        }
    }

    // Whoever else answers at this address is not the process that was started.
    private async Task<bool> IsReadyAsync()
    {
        if (!Output.Contains("Now listening on", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var answer = await Anonymous.GetAsync("/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The published service when tests/run made one, else what was built with these tests.
    private static string Find() =>
        Environment.GetEnvironmentVariable("PROMOTE_TEST_SERVER") is { Length: > 0 } published
            ? published
            : AppContext.BaseDirectory.Replace(
                Path.Combine("tests", "Promote.Credentials.Server.Tests"), Path.Combine("src", "Promote.Credentials.Server"), StringComparison.Ordinal)
                + "Promote.Credentials.Server.dll";
}
