using System.Runtime.InteropServices;

namespace Promote.Credentials.Fuzz.Run;

/// <summary>The processor time of the thread that asks: a busy machine makes no case slow. Elsewhere than on Linux, the time on the clock.</summary>
internal static partial class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux (clock_gettime(2)).
    private const int ThreadTime = 3;

    internal static TimeSpan Now() => OperatingSystem.IsLinux() && GetTime(ThreadTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : TimeSpan.FromMilliseconds(Environment.TickCount64);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
