using System.Globalization;

namespace Promote.Credentials.Benchmarks.Load;

/// <summary>Servers measured in turns within one run, so that what else the machine does meets all of them alike.</summary>
internal sealed class Race(int rounds, int connections)
{
    /// <summary>Prints each round and the medians; the last target is the one that the others are compared with. Answers the fastest round of each.</summary>
    internal async Task<IReadOnlyList<LoadResult>> RunAsync(params (LoadTarget Target, int Requests)[] entries)
    {
        using var generator = new LoadGenerator(connections);
        foreach (var (target, requests) in entries)
        {
            // Long enough for both runtimes to have compiled what is hot.
            Print($"warm-up {target.Name}", await generator.RunAsync(target, 2 * requests));
        }

        var results = entries.Select(_ => new List<LoadResult>()).ToArray();
        for (var round = 1; round <= rounds; round++)
        {
            for (var entry = 0; entry < entries.Length; entry++)
            {
                var (target, requests) = entries[entry];
                results[entry].Add(await generator.RunAsync(target, requests));
                Print($"round {round} {target.Name}", results[entry][^1]);
            }
        }

        var medians = results.Select(of => Median(of.Select(result => result.PerProcessorSecond))).ToArray();
        for (var entry = 0; entry < entries.Length; entry++)
        {
            Console.WriteLine(Line($"median {entries[entry].Target.Name}: {medians[entry]:F0} per CPU-second ({1000 / medians[entry]:F2} CPU-ms each), {medians[entry] / medians[^1]:F1} times {entries[^1].Target.Name}"));
        }

        return [.. results.Select(of => of.MaxBy(result => result.PerSecond)!)];
    }

    /// <summary>The middle value.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static void Print(string what, LoadResult result) =>
        Console.WriteLine(Line($"{what}: {result.PerProcessorSecond:F0} per CPU-second, {result.PerSecond:F0} per second"));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
