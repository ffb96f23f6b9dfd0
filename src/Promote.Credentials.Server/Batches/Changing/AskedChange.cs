using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>A change of many awards that somebody asks for.</summary>
internal record AskedChange
{
    /// <summary>Which.</summary>
    public required AwardFilter Awards { get; init; }

    /// <summary>Why, for everybody to read.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it is checked and nothing else.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether it is done without being confirmed, if nothing stands against any of them.</summary>
    public bool Confirm { get; init; }

    /// <summary>When it begins; null for at once.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Whether holders are told. Where nobody says, those of a replaced award are told if they were told of it, and the others are not.</summary>
    public bool? Notify { get; init; }

    /// <summary>What is done, besides that it is done.</summary>
    public virtual BatchChange Change() => new() { Notify = Notify };
}
