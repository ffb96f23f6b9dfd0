using System.Diagnostics;
using System.Globalization;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>What a second worker brings: one worker and PostgreSQL that share a core, in turns with two workers and PostgreSQL that share two.</summary>
internal static class Workers
{
    private const int Lines = 8_000;
    private const int Rounds = 3;

    internal static async Task RunAsync()
    {
        var postgres = PublishedService.Required("PROMOTE_TEST_POSTGRES");
        var postmaster = int.Parse(PublishedService.Required("PROMOTE_TEST_POSTGRES_PID"), CultureInfo.InvariantCulture);
        using var service = new PublishedService();

        // What takes the file and answers how far it is has next to nothing to do meanwhile.
        using var api = await service.StartAsync(postgres, node: "api");
        var cohort = await Cohort.OfAsync(api, service.ApiKey);
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await SecondAsync(1, "0");
            var two = await SecondAsync(2, "0,1");
            ratios.Add(two / one);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: one worker on one core {one:F0} lines a second, two on two {two:F0}; {two / one:F2} times"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median: {Race.Median(ratios):F2} times (goal 1.7)"));

        async Task<double> SecondAsync(int count, string cores)
        {
            // The connections that workers open belong to processes that inherit the cores.
            Process.Start("taskset", ["-a", "-p", "-c", cores, postmaster.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            var workers = new List<ServerProcess>();
            try
            {
                for (var number = 0; number < count; number++)
                {
                    workers.Add(await service.StartAsync(postgres, api.Url.GetLeftPart(UriPartial.Authority), "worker", cores));
                }

                // Each of them has compiled as much as one alone.
                await cohort.SendAsync(count * Lines / 2);
                return Lines / (await cohort.SendAsync(Lines)).TotalSeconds;
            }
            finally
            {
                workers.ForEach(worker => worker.Dispose());
            }
        }
    }
}
