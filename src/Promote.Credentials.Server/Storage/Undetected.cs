using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Promote.Credentials.Server.Storage;

/// <summary>As long as it lives, a look at what a context tracks compares no row with what it was: for whoever asks often, or wants to know the rows alone.</summary>
internal readonly struct Undetected : IDisposable
{
    private readonly ChangeTracker tracker;
    private readonly bool before;

    public Undetected(ChangeTracker tracker)
    {
        (this.tracker, before) = (tracker, tracker.AutoDetectChangesEnabled);
        tracker.AutoDetectChangesEnabled = false;
    }

    public void Dispose() => tracker.AutoDetectChangesEnabled = before;
}
