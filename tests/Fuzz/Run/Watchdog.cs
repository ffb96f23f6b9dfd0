namespace Promote.Credentials.Fuzz.Run;

/// <summary>Ends the process when a case does not end: nothing else would tell which one it was.</summary>
internal sealed class Watchdog : IDisposable
{
    // On the clock, and a busy machine gives a case a part of a processor only.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CaseFolder folder;
    private readonly Timer timer;

    internal Watchdog(CaseFolder folder)
    {
        this.folder = folder;
        timer = new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The next case begins.</summary>
    internal void Next() => timer.Change(Patience, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();

    private void End()
    {
        Console.WriteLine($"not ok, a case did not end within {Patience.TotalSeconds} s: {folder.AtHand}");
        Environment.Exit(1);
    }
}
