using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Gives up what platforms wanted signed and a crash left unsigned: nobody has seen it, and no second request could ask for it. Whoever
/// is about to store it after all finds its row gone, and answers nothing.
/// </summary>
internal sealed class GiveUpIntents(IServiceScopeFactory scopes, TimeProvider time) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetStoredNow() - Interval;
        await scope.ServiceProvider.GetRequiredService<CredentialsDb>().PlatformCredentials
            .Where(row => row.State == IssuingState.Intended && row.CreatedAt <= before)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
