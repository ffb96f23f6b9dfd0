using System.Globalization;
using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>Whole cohorts on PostgreSQL: against the comparator, which signs the same documents one by one and neither stores nor checks them; against a bare COPY; and in the Europass format.</summary>
internal static class Batches
{
    private const int Lines = 10_000;
    private const int Rounds = 3;
    private const int ComparatorRequests = 400;
    private const int EuropassLines = 300;

    internal static async Task RunAsync()
    {
        var postgres = PublishedService.Required("PROMOTE_TEST_POSTGRES");
        var postmaster = int.Parse(PublishedService.Required("PROMOTE_TEST_POSTGRES_PID"), CultureInfo.InvariantCulture);
        using var service = new PublishedService();
        await LongAsync(service, postgres, await RatesAsync(service, postgres, postmaster));
    }

    // Answers how long the lines of a round took in the median.
    private static async Task<double> RatesAsync(PublishedService service, string postgres, int postmaster)
    {
        using var server = await service.StartAsync(postgres);
        using var comparator = await Servers.StartComparatorAsync();
        using var generator = new LoadGenerator(connections: 1);
        var cohort = await Cohort.OfAsync(server, service.ApiKey);
        var (target, ratios, seconds) = (Compare.Target(comparator, Sample.WriteLine(FormatList.OpenBadges3)), new List<double>(), new List<double>());
        await cohort.SendAsync(2000);
        await generator.RunAsync(target, ComparatorRequests);
        for (var round = 0; round < Rounds; round++)
        {
            var one = (await generator.RunAsync(target, ComparatorRequests)).PerSecond;
            var (ours, theirs) = (ProcessorTime.OfProcess(server.Id), ProcessorTime.OfFamily(postmaster));
            var took = await cohort.SendAsync(Lines);
            (ours, theirs) = (ProcessorTime.OfProcess(server.Id) - ours, ProcessorTime.OfFamily(postmaster) - theirs);
            var many = Lines / took.TotalSeconds;
            ratios.Add(many / one);
            seconds.Add(took.TotalSeconds);
            Print($"round {round + 1}: {Lines} lines in {took.TotalSeconds:F1} s, {many:F0} a second ({ours * 1000 / Lines:F2} CPU-ms of the service and {theirs * 1000 / Lines:F2} of PostgreSQL each); comparator {one:F0} a second; {many / one:F1} times");
        }

        Print($"median: {Race.Median(ratios):F1} times the comparator (goal 10)");
        var copied = await BareCopy.RunAsync(postgres, Lines);
        Print($"a bare COPY of the same rows with their indexes: {copied:F0} lines a second, {copied * Race.Median(seconds) / Lines:F1} times as many");
        Print($"dry run of {Lines} lines: {(await cohort.SendAsync(Lines, also: "dryRun=true")).TotalSeconds:F1} s (goal 5)");
        var (any, issued) = await cohort.ConfirmAsync(Lines / 10);
        Print($"after the confirmation: first event in {any.TotalMilliseconds:F0} ms (goal 1000), the first that tells of an issued line in {issued.TotalMilliseconds:F0} ms");
        Print($"{Lines} revocations by one request: {Lines / (await cohort.RevokeAsync(Lines)).TotalSeconds:F0} a second (goal 1000)");
        await EuropassAsync(cohort);
        return Race.Median(seconds);
    }

    // In a process of its own, whose memory nothing else has filled.
    private static async Task LongAsync(PublishedService service, string postgres, double tenth)
    {
        using var server = await service.StartAsync(postgres);
        var cohort = await Cohort.OfAsync(server, service.ApiKey);
        await cohort.SendAsync(2000);
        var before = Peak(server.Id);
        var length = await cohort.SendAsync(10 * Lines);
        Print($"{10 * Lines} lines in {length.TotalSeconds:F0} s, {length.TotalSeconds / tenth:F1} times as long as {Lines} (goal 11); most resident memory {Peak(server.Id) / 1024} MiB (goal 300), {before / 1024} before them");
    }

    private static async Task EuropassAsync(Cohort cohort)
    {
        await cohort.SendAsync(20, "europass");
        var alone = Alone();
        var batch = EuropassLines / (await cohort.SendAsync(EuropassLines, "europass")).TotalSeconds;
        Print($"Europass: a batch {batch:F1} a second; pictures, checks and seals alone on {Environment.ProcessorCount} cores {alone:F1} a second; {100 * batch / alone:F0} % (goal 80)");
    }

    // The pictures, one a language, are drawn when the document is written.
    private static double Alone()
    {
        using var key = DevelopmentSeal.Open();
        var now = TimeProvider.System.GetUtcNow();
        Seal();
        var started = TimeProvider.System.GetTimestamp();
        Parallel.For(0, EuropassLines, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, _ => Seal());
        return EuropassLines / TimeProvider.System.GetElapsedTime(started).TotalSeconds;

        void Seal() => Sample.Lint(Sample.WriteLine(FormatList.Europass, key)).Seal(key, now);
    }

    private static int Peak(int processId) => int.Parse(
        File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
