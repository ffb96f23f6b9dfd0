using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Promote.Credentials.Benchmarks.Load;

/// <summary>A server in a process of its own on a free loopback port, ended with this object.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    internal Uri Url { get; }

    internal int Id => process.Id;

    /// <summary>Starts it and waits for its first answer.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="environment">Its settings, made from the URL that it is to listen on.</param>
    internal static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, string folder, Func<Uri, Dictionary<string, string>> environment)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var (name, value) in environment(url))
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(start)!, url);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        await server.UntilAnsweringAsync();
        return server;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private async Task UntilAnsweringAsync()
    {
        using var client = new HttpClient();
        for (var left = 6000; left > 0; left--)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(Url, "/healthz"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException($"{process.StartInfo.FileName} did not answer {Url}healthz");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
