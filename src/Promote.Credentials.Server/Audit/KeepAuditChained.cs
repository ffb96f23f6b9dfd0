using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage.Audit;

namespace Promote.Credentials.Server.Audit;

/// <summary>Gives what was written into the audit trail its place in the chain: right after a commit, and again and again for what a crash or a command left.</summary>
internal sealed class KeepAuditChained(AuditChain chain, TimeProvider time) : IJob
{
    /// <summary>How long what a crash left waits at most.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // Under load each run takes the rows of many commits: the lock, and the write of the head to the disk, come once a second.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Delay(Gathering, time, cancellationToken);
        await chain.ExtendAsync(cancellationToken);
    }
}
