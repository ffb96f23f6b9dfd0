using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Audit;

/// <summary>Reads the audit chain from its first row to its last, and says what does not fit first.</summary>
internal sealed class VerifyAuditChain(CredentialsDb db, AuditHeadFile headFile)
{
    public async Task<AuditVerdict> RunAsync(CancellationToken cancellationToken)
    {
        // SQLite needs no room, and others write meanwhile.
        await using var transaction = db.Database.IsSqlite() ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);

        // Read before the rows: what is added meanwhile is behind it.
        var remembered = headFile.Read();
        var waiting = await db.Audit.LongCountAsync(row => row.Sequence == null, cancellationToken);
        long place = 0;
        var hash = AuditHash.Start;
        string? atRemembered = null;
        (AuditVerdict Verdict, AuditRow Row)? first = null;
        await foreach (var row in db.Audit.AsNoTracking().Where(row => row.Sequence != null).OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (WhyNot(row, place, hash) is { } wrong)
            {
                first = (wrong, row);
                break;
            }

            (place, hash) = (row.Sequence!.Value, row.Hash!);
            atRemembered = place == remembered?.Sequence ? Convert.ToHexStringLower(hash) : atRemembered;
        }

        if (first is ({ } verdict, { } broken))
        {
            return await IsMovedAsync(verdict, broken, cancellationToken)
                ? new(AuditFault.Reordered, broken.Sequence!.Value, $"Row {broken.Sequence} ({broken.Action}, id {broken.Id}) is a row of this chain, but stood at another place.", waiting)
                : verdict with { Waiting = waiting };
        }

        return OfEnd(place, remembered, atRemembered, waiting);
    }

    private static AuditVerdict? WhyNot(AuditRow row, long before, byte[] hash)
    {
        var sequence = row.Sequence!.Value;
        if (row.Previous is null || row.Hash is null || !AuditHash.Of(row, row.Previous).AsSpan().SequenceEqual(row.Hash))
        {
            return new(AuditFault.Tampered, sequence, $"Row {sequence} ({row.Action}, id {row.Id}) was changed: its hash is not that of what it says.", 0);
        }

        return row.Previous.AsSpan().SequenceEqual(hash) && sequence == before + 1 ? null
            : row.Previous.AsSpan().SequenceEqual(hash) ? new(AuditFault.Tampered, sequence, $"Row {sequence} ({row.Action}, id {row.Id}) follows row {before}, but its number was changed.", 0)
            : new(AuditFault.Missing, before + 1, $"Row {before + 1} is missing: row {sequence} ({row.Action}, id {row.Id}) follows one that is not there.", 0);
    }

    // A row that follows one which is there was moved; one that follows nothing lost what it followed.
    private async Task<bool> IsMovedAsync(AuditVerdict wrong, AuditRow row, CancellationToken cancellationToken) =>
        wrong.Fault == AuditFault.Missing && await db.Audit.AnyAsync(other => other.Sequence != null && other.Hash == row.Previous, cancellationToken);

    private AuditVerdict OfEnd(long last, AuditHead? remembered, string? atRemembered, long waiting) => remembered switch
    {
        null when last > 0 => new(AuditFault.EndUnknown, last, $"{last} row(s) fit, but {headFile.Path} is not there: nobody can tell whether rows are cut off behind the last one.", waiting),
        { Sequence: var sequence } when sequence > last => new(AuditFault.CutOff, last, $"The chain is cut off behind row {last}: {headFile.Path} remembers row {sequence}.", waiting),
        { Sequence: var sequence, Sha256: var sha256 } when sequence > 0 && sha256 != atRemembered =>
            new(AuditFault.CutOff, sequence, $"The chain was cut off before row {sequence} and written anew: {headFile.Path} remembers another row there.", waiting),
        _ => new(null, last, $"{last} row(s) fit, up to the end that {headFile.Path} remembers.", waiting),
    };
}
