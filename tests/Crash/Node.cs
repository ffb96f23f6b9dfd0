using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Promote.Credentials.Crash;

/// <summary>A node of the service, which is killed and started again at the same address.</summary>
internal sealed class Node : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly ProcessStartInfo start;
    private readonly StreamWriter log;
    private Process? process;

    internal Node(int port, string publicUrl, string folder, string connectionString, string apiKey)
    {
        var server = Environment.GetEnvironmentVariable("PROMOTE_TEST_SERVER") ?? throw new InvalidOperationException("PROMOTE_TEST_SERVER is not set: run ./tests/run crash");
        Url = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        log = new StreamWriter(Path.Combine(folder, $"node-{port}.log")) { AutoFlush = true };
        start = new ProcessStartInfo("dotnet", [server]) { WorkingDirectory = Path.GetDirectoryName(server)!, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Url.GetLeftPart(UriPartial.Authority),
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Promote__PublicBaseUrl"] = publicUrl,
            ["Promote__DataDirectory"] = Path.Combine(folder, "data"),
            ["Promote__BootstrapApiKey"] = apiKey,
            ["Promote__RateLimits__KeyPerSecond"] = "1000000",
            ["Promote__RateLimits__KeyBurst"] = "1000000",
            ["Promote__RateLimits__AddressPerSecond"] = "1000000",
            ["Promote__RateLimits__AddressBurst"] = "1000000",
            ["ConnectionStrings__Credentials"] = connectionString,
        })
        {
            start.Environment[name] = value;
        }

        Client = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromMinutes(10), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", apiKey) } };
    }

    internal Uri Url { get; }

    internal HttpClient Client { get; }

    internal bool IsAlive => process is { HasExited: false };

    /// <summary>Starts it; it works from when it has found the database.</summary>
    internal void Start()
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it again where it ended by itself, as whoever runs a service does: a node that starts while the database is away gives up.</summary>
    internal void StartIfDead()
    {
        if (process is { HasExited: true })
        {
            process.Dispose();
            Start();
        }
    }

    /// <summary>SIGKILL: it does nothing more.</summary>
    internal void Kill()
    {
        if (!process!.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Waits until it answers that it is ready.</summary>
    internal async Task UntilReadyAsync()
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < StartLimit;)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri(Url, "/readyz"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet, or it gave up: the database was away.
                StartIfDead();
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{Url} is not ready.");
    }

    /// <summary>A port that nobody listens on, below the range from which the kernel picks ports for clients.</summary>
    internal static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody does.
            }
        }
    }

    public void Dispose()
    {
        if (IsAlive)
        {
            Kill();
        }

        Client.Dispose();
        log.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (log)
        {
            log.WriteLine(line.Data);
        }
    }
}
