using Npgsql;
using NpgsqlTypes;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>Rows into PostgreSQL, as one binary COPY.</summary>
internal sealed class PostgresCopy : IBulkInsert
{
    private readonly NpgsqlBinaryImporter importer;

    // How long it takes is for the transaction to say; the driver takes 0 for no time at all.
    private PostgresCopy(NpgsqlBinaryImporter importer) => (this.importer, importer.Timeout) = (importer, TimeSpan.FromDays(1));

    public static async Task<PostgresCopy> BeginAsync(NpgsqlConnection connection, string table, string[] columns, CancellationToken cancellationToken) =>
        new(await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken));

    public async ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        await importer.StartRowAsync(cancellationToken);
        foreach (var value in values)
        {
            await (value switch
            {
                null => importer.WriteNullAsync(cancellationToken),
                bool truth => importer.WriteAsync(truth, NpgsqlDbType.Boolean, cancellationToken),
                int number => importer.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
                byte[] bytes => importer.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellationToken),
                _ => importer.WriteAsync((string)value, NpgsqlDbType.Text, cancellationToken),
            });
        }
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken) => await importer.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => importer.DisposeAsync();
}
