using System.Diagnostics;
using System.Globalization;
using Promote.Credentials.Fuzz.Targets;

namespace Promote.Credentials.Fuzz.Run;

/// <summary>One target for as long as was asked: make a case, run it, keep it when something is wrong.</summary>
internal sealed class FuzzRun(Target target, Options options)
{
    // Another failure of a target that has so many says nothing new.
    private const int MaxFailures = 20;

    private readonly CaseFolder folder = new(target.Name);
    private Cost most;
    private int failures;

    /// <summary>How many cases failed.</summary>
    internal int Execute()
    {
        using var watchdog = new Watchdog(folder);
        var clock = Stopwatch.StartNew();
        if (options.File is { } path)
        {
            Run("file", File.ReadAllBytes(path));
            Report(1, clock.Elapsed);
            return failures;
        }

        WarmUp();
        clock.Restart();
        ulong number = options.Case ?? 0;
        var last = options.Case ?? ulong.MaxValue;
        for (; number <= last && failures < MaxFailures && clock.Elapsed.TotalSeconds < options.Seconds; number++)
        {
            watchdog.Next();
            RunCase(number);
        }

        Report(number - (options.Case ?? 0), clock.Elapsed);
        folder.Finish();
        return failures;
    }

    // The first documents pay for compiling the code and reading the contexts, and a seed that fails would make every case meaningless.
    private void WarmUp()
    {
        var until = Stopwatch.GetTimestamp() + Stopwatch.Frequency;
        do
        {
            foreach (var seed in target.Seeds)
            {
                folder.Begin(seed);
                if (Trial.Of(target, seed).Fault is { } fault && failures == 0)
                {
                    Fail("seed", seed, fault);
                }
            }
        }
        while (Stopwatch.GetTimestamp() < until);
    }

    private void RunCase(ulong number)
    {
        var name = $"case {number} of seed {options.Seed}";
        byte[] input;
        try
        {
            input = target.Make(new Dice(options.Seed, target.Name, number));
        }
#pragma warning disable CA1031 // making a case canonicalizes and signs, so that it can meet the same faults
        catch (Exception exception)
        {
            Fail(name, [], $"could not be made: {exception}");
            return;
        }
#pragma warning restore CA1031

        Run(name, input);
    }

    private void Run(string name, byte[] input)
    {
        folder.Begin(input);
        var trial = Trial.Of(target, input);
        most = most.Most(trial.Cost);
        if (trial.Fault is { } fault)
        {
            // A slow case would be slow many times over.
            Fail(name, trial.Cost.Excess is null ? Shrinking.Of(target, input) : input, fault);
        }
    }

    private void Fail(string name, byte[] input, string fault)
    {
        failures++;
        Console.WriteLine($"not ok {target.Name}, {name}: {folder.Keep(input)}\n  {fault.ReplaceLineEndings("\n  ")}");
    }

    private void Report(ulong cases, TimeSpan time) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{(failures == 0 ? "ok" : "not ok")} {target.Name,-13} {cases,9} cases {cases / time.TotalSeconds,7:F0}/s, longest {most.Time.TotalMilliseconds,4:F0} ms, largest {most.Bytes / 1048576.0,5:F1} MiB, {failures} failed"));
}
