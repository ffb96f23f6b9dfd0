using System.Diagnostics;
using System.Globalization;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>From <c>dotnet Promote.Credentials.Server.dll</c> to its first answered request, when its database is there already.</summary>
internal static class Startup
{
    internal static async Task RunAsync()
    {
        using var service = new PublishedService();
        (await service.StartAsync()).Dispose();
        var seconds = new List<double>();
        var processorSeconds = new List<double>();
        for (var start = 1; start <= 5; start++)
        {
            var started = Stopwatch.GetTimestamp();
            using var server = await service.StartAsync();
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            processorSeconds.Add(ProcessorTime.OfProcess(server.Id));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answer: median {Race.Median(seconds):F2} s, longest {seconds.Max():F2} s; median {Race.Median(processorSeconds):F2} CPU-seconds"));
    }
}
