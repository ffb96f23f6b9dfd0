using System.Globalization;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>The whole <c>POST /api/v1/awards</c> on PostgreSQL in three forms against one, at eight connections, in turns on one service.</summary>
internal static class Forms
{
    internal static async Task RunAsync()
    {
        using var service = new PublishedService();
        using var server = await service.StartAsync(PublishedService.Required("PROMOTE_TEST_POSTGRES"));
        await new Race(rounds: 5, connections: 8).RunAsync(
            (await Awards.TargetAsync(server, service.ApiKey, "ob3", "ob3-jwt", "ob2"), 500),
            (await Awards.TargetAsync(server, service.ApiKey, "ob3"), 1000));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of which the RSA signature: {RsaSignatureMilliseconds():F2} CPU-ms an award"));
    }

    // What the same signature costs in this process.
    private static double RsaSignatureMilliseconds()
    {
        const int signatures = 500;
        var phase = new Phases.Jwt();
        phase.Rs256();
        var started = ProcessorTime.OfProcess(Environment.ProcessId);
        for (var i = 0; i < signatures; i++)
        {
            phase.Rs256();
        }

        return (ProcessorTime.OfProcess(Environment.ProcessId) - started) * 1000 / signatures;
    }
}
