namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>Puts very many rows into one table, within the transaction of its connection. What was written counts after <see cref="CompleteAsync"/>.</summary>
internal interface IBulkInsert : IAsyncDisposable
{
    /// <summary>One row: its values in the order of the columns; texts, bytes, whole numbers, truth values and null.</summary>
    ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken);

    /// <summary>Everything was written.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
