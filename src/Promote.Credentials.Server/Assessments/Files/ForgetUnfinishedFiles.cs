using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Assessments.Files;

/// <summary>Deletes what a crash left of a file that was being sent.</summary>
internal sealed class ForgetUnfinishedFiles(CredentialsDb db, TimeProvider time) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    // Nobody sends 20 MiB for so long: the server drops whoever is slower than its slowest rate.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Patience;
        await db.AssessmentFiles.Where(row => row.CompletedAt == null && row.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
