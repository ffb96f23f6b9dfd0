namespace Promote.Credentials.Server.Jobs;

/// <summary>
/// Work that is done besides requests. What has to be done stands in rows: a job that runs twice, or on two nodes at once, finds
/// nothing left to do. Register it with <see cref="JobsFeature.AddJob{TJob}"/>; its name is kept in the database, so never rename it.
/// </summary>
internal interface IJob
{
    /// <param name="id">Id of the row that the work is about; empty when it is about every row that waits.</param>
    /// <param name="cancellationToken">This node stops: leave the rest to the next run.</param>
    Task RunAsync(string id, CancellationToken cancellationToken);
}
