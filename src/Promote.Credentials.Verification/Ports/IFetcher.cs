namespace Promote.Credentials.Verification.Ports;

/// <summary>Fetches what a document names. Whoever wrote the document chose the address, so it is a stranger's wish and not ours.</summary>
public interface IFetcher
{
    /// <summary>
    /// One GET. Whatever the network does becomes a <see cref="FetchFailure"/>; the only exception is the caller's own
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
