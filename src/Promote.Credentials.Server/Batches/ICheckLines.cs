using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>Checks the lines of a batch before anything is done with them. One node at a time does it.</summary>
internal interface ICheckLines
{
    /// <summary>Checks the next lines; when all are checked, the batch goes on to its next state.</summary>
    /// <param name="batch">The batch, which the context tracks.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    /// <returns>Whether there is more to do for the batch.</returns>
    Task<bool> NextAsync(BatchRow batch, CancellationToken cancellationToken);
}
