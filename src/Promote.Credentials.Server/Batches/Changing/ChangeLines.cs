using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Revokes, suspends or reinstates the awards that good lines name. A line and its award change in one commit: neither happens alone, and nothing twice.</summary>
internal sealed class ChangeLines(CredentialsDb db, ClaimedLines claimed, AwardLife life, LearnerVault vault) : IWorkOnLines
{
    /// <inheritdoc/>
    public int Chunk => 500;

    /// <inheritdoc/>
    public IReadOnlyList<int> Taken { get; private set; } = [];

    /// <inheritdoc/>
    public async Task<WorkedLines> NextAsync(string batchId, int after, int size, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await db.Batches.AsNoTracking().SingleAsync(row => row.Id == batchId, cancellationToken);
        var lines = await claimed.TakeAsync(batch, after, size, cancellationToken);
        if (lines.Count == 0)
        {
            return WorkedLines.None;
        }

        Taken = lines.ConvertAll(line => line.Number);
        using var key = vault.Open(batch.Id, batch.KeyId, batch.WrappedKey)!;
        var told = BatchChange.Of(batch, key).Notify == true ? batch.Id : null;
        var client = new Client(batch.StartedBy, batch.IssuerId, []);
        var refusals = await life.ChangeAsync(client, lines.ConvertAll(line => line.ChangesAwardId!), batch.Action, batch.Reason!, told, cancellationToken);
        if (refusals.Any(refusal => refusal?.Code == RefusalCode.RestoredDatabase))
        {
            // It says nothing about the lines: they wait.
            return WorkedLines.NotNow;
        }

        foreach (var (line, refusal) in lines.Zip(refusals))
        {
            line.State = refusal is null ? BatchLineState.Issued : BatchLineState.Failed;
            line.AwardId = refusal is null ? line.ChangesAwardId : null;
            line.Problems = refusal is null ? null : StoredJson.Write(new[] { LineProblem.Of(refusal.Code, null, refusal.Detail) });
        }

        Failpoint.Hit("change-1");
        await SaveInBulk.RunAsync(db, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        Failpoint.Hit("change-2");
        await life.PublishAsync(batch.IssuerId);
        return WorkedLines.Some;
    }
}
