using Promote.Credentials.Fuzz.Targets;

namespace Promote.Credentials.Fuzz.Run;

/// <summary>One case, run and measured.</summary>
/// <param name="Cost">What it took.</param>
/// <param name="Fault">What is wrong, in one sentence; null when nothing is.</param>
internal sealed record Trial(Cost Cost, string? Fault)
{
    internal static Trial Of(Target target, byte[] input)
    {
        var trial = Once(target, input);
        // Compiling a method or collecting garbage falls on whoever comes along: what is slow once more is slow itself.
        return trial.Fault is null && trial.Cost.Excess is not null ? Repeated(target, input) : trial;
    }

    private static Trial Repeated(Target target, byte[] input)
    {
        GC.Collect();
        var again = Once(target, input);
        return again with { Fault = again.Fault ?? again.Cost.Excess };
    }

    private static Trial Once(Target target, byte[] input)
    {
        var (bytes, time) = (GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Now());
        string? fault;
        try
        {
            fault = target.Try(input);
        }
#pragma warning disable CA1031 // an exception of any kind is what is looked for
        catch (Exception exception)
        {
            fault = exception.ToString();
        }
#pragma warning restore CA1031

        return new Trial(new Cost(ThreadClock.Now() - time, GC.GetAllocatedBytesForCurrentThread() - bytes), fault);
    }
}
