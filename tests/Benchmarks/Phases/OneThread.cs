using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>Runs <see cref="Issuing"/>, <see cref="Verifying"/>, <see cref="Jwt"/>, <see cref="Baking"/>, <see cref="Europass"/>, <see cref="Sealing"/>, <see cref="Certificates"/> and <see cref="StatusLists"/> and prints the median and the allocation of each.</summary>
internal static class OneThread
{
    internal static void Run()
    {
        // In this process: a generated project would not know this repository's central package versions.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(15);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.Console)
            .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Metrics)
            .AddColumn(StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max)
            .WithArtifactsPath(Path.Combine(Samples.Repository.Root, "artifacts", "benchmarks"));
        BenchmarkRunner.Run([typeof(Issuing), typeof(Verifying), typeof(Jwt), typeof(Baking), typeof(Europass), typeof(Sealing), typeof(Certificates), typeof(StatusLists)], config);
    }
}
