using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>
/// Saves what a context tracks, as <c>SaveChangesAsync</c> does. Where there are many rows and PostgreSQL, those that are new go by one COPY a table and those that
/// changed by one UPDATE a table: a statement for each row costs more than all that is done to make the row.
/// </summary>
internal static class SaveInBulk
{
    // With fewer, more commands cost more than they save.
    private const int Many = 40;

    /// <exception cref="DbUpdateException">A key is there already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed one of the rows first.</exception>
    public static async Task RunAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).ToList();
        if (changed.Count < Many || changed.Exists(entry => entry.State == EntityState.Deleted) || db.Database.GetDbConnection() is not NpgsqlConnection connection)
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            foreach (var rows in InOrder(changed.Where(entry => entry.State == EntityState.Added)))
            {
                await PostgresRows.CopyAsync(connection, rows.Key, [.. rows], cancellationToken);
            }

            foreach (var rows in changed.Where(entry => entry.State == EntityState.Modified).GroupBy(entry => (entry.Metadata, Columns: string.Join(' ', Changed(entry).Select(property => property.Name)))))
            {
                await PostgresRows.UpdateAsync(connection, rows.Key.Metadata, [.. Changed(rows.First())], [.. rows], cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new DbUpdateException("A row of many is there already.", exception);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        // Nobody reads the numbers that the database gave.
        changed.FindAll(entry => entry.State == EntityState.Added && HasGivenKey(entry.Metadata)).ForEach(entry => entry.State = EntityState.Detached);
        db.ChangeTracker.AcceptAllChanges();
    }

    /// <summary>Saves, and says false when a row is not what it was when it was read; then nothing is saved. Outside of a transaction.</summary>
    public static async Task<bool> UnlessChangedAsync(CredentialsDb db, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(db, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Whether the database numbers the rows.</summary>
    internal static bool HasGivenKey(IEntityType type) => type.FindPrimaryKey()!.Properties.Any(property => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long));

    private static IEnumerable<IProperty> Changed(EntityEntry entry) => entry.Metadata.GetProperties().Where(property => entry.Property(property).IsModified);

    // A row that another points to is there before it.
    private static List<IGrouping<IEntityType, EntityEntry>> InOrder(IEnumerable<EntityEntry> added)
    {
        var left = added.GroupBy(entry => entry.Metadata).ToList();
        var ordered = new List<IGrouping<IEntityType, EntityEntry>>(left.Count);
        while (left.Count > 0)
        {
            var next = left.Find(rows => !rows.Key.GetForeignKeys().Any(key => key.PrincipalEntityType != rows.Key && left.Exists(other => other.Key == key.PrincipalEntityType)))!;
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
