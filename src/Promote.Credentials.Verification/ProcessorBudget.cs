using System.Runtime;
using System.Runtime.InteropServices;

namespace Promote.Credentials.Verification;

/// <summary>
/// What one verification may compute. Each step has a limit of its own (bytes, nodes, the work of RDFC-1.0); this is the limit of all of
/// them together, with everything inside the document. It counts the time that the processor worked for it, not the time on the clock, and
/// neither collecting garbage nor compiling code: a busy machine must not make a sound credential look costly.
/// </summary>
/// <param name="threadTime">The processor time of the thread that asks, ever growing.</param>
/// <param name="runtimeTime">What of it collecting garbage and compiling code may have been, ever growing.</param>
internal sealed partial class ProcessorBudget(Func<TimeSpan> threadTime, Func<TimeSpan> runtimeTime)
{
    // CLOCK_THREAD_CPUTIME_ID of Linux (clock_gettime(2)).
    private const int ThreadClock = 3;

    // The first verifications of a process read the contexts, schemas and shapes: that is not their documents' cost.
    private const int FirstOnes = 100;

    private static long verifications;

    private readonly TimeSpan runtimeBefore = runtimeTime();
    private long spent;

    public ProcessorBudget()
        : this(OfThread, OfRuntime)
    {
    }

    /// <summary>The budget of one more verification of this process.</summary>
    internal static ProcessorBudget Next() => Interlocked.Increment(ref verifications) > FirstOnes ? new() : new(() => default, () => default);

    /// <summary>Most processor time of one verification.</summary>
    internal static TimeSpan Most { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether there is none left.</summary>
    internal bool IsSpent => Spent >= Most && Spent - (runtimeTime() - runtimeBefore) >= Most;

    private TimeSpan Spent => TimeSpan.FromTicks(Interlocked.Read(ref spent));

    /// <summary>Begins to count what this thread works.</summary>
    internal Lap Begin() => new(this, threadTime);

    // Elsewhere than on Linux nothing is counted, and the limits of the steps remain.
    private static TimeSpan OfThread() => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : default;

    // Of the whole process: the thread that runs out of memory collects for all. It costs more to ask than the clock, and only a budget that looks spent asks.
    private static TimeSpan OfRuntime() => GC.GetTotalPauseDuration() + JitInfo.GetCompilationTime();

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    /// <summary>Counts what one thread works, step by step: each reading of its clock ends one and begins the next.</summary>
    internal struct Lap(ProcessorBudget budget, Func<TimeSpan> threadTime)
    {
        private TimeSpan last = threadTime();

        /// <summary>Ends a step.</summary>
        internal void End()
        {
            var now = threadTime();
            Interlocked.Add(ref budget.spent, (now - last).Ticks);
            last = now;
        }

        /// <summary>Begins a step after something that is not counted, perhaps on another thread.</summary>
        internal void Restart() => last = threadTime();
    }
}
