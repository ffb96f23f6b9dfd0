namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>The life of a batch.</summary>
internal enum BatchState
{
    /// <summary>Its lines are stored, and nobody looked at them yet.</summary>
    Queued,

    /// <summary>Its lines are checked.</summary>
    Validating,

    /// <summary>Its lines are checked: somebody says whether the good ones are issued.</summary>
    AwaitingConfirmation,

    /// <summary>Its good lines are issued.</summary>
    Running,

    /// <summary>Somebody stopped it for the time being.</summary>
    Paused,

    /// <summary>Nothing of it is left to be done.</summary>
    Done,

    /// <summary>Somebody ended it. What was issued stays issued.</summary>
    Cancelled,
}
