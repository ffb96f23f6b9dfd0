namespace Promote.Credentials.Server.Jobs;

/// <summary>The engine behind the jobs. It only triggers: losing what it holds loses no work, for each job also runs again and again.</summary>
internal interface IJobs
{
    /// <summary>Whether this node runs jobs now.</summary>
    bool Running { get; }

    /// <summary>Makes the engine's own tables where they are missing; nodes that start together wait for one another.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Runs a job soon, on whichever node is free.</summary>
    /// <param name="id">Id of a row, never anything about a person: the engine keeps it in clear.</param>
    Task EnqueueAsync<TJob>(string id, CancellationToken cancellationToken)
        where TJob : IJob;

    /// <summary>Runs a job in an interval, on one node each time.</summary>
    Task RepeatAsync(RecurringJob job, CancellationToken cancellationToken);
}
