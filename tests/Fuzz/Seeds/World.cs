using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>What lies outside the verifier, in memory: every answer is there at once, so that a verification stays on its thread.</summary>
internal sealed class World : IDidResolver, IOwnRecords, IFetcher
{
    /// <summary>What lies at an address; any other answers 404.</summary>
    internal Dictionary<string, byte[]> Web { get; } = [];

    public ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken) => new((DidDocument?)null);

    public ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken) => new(OwnRecord.NotOurs);

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string issuerId, CancellationToken cancellationToken) => new([]);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => Task.FromResult(
        Web.TryGetValue(request.Url.AbsoluteUri.Split('#')[0], out var body)
            ? new FetchResult { Url = request.Url, Status = 200, Body = body, RetrievedAt = Badges.Now }
            : FetchResult.Failed(request.Url, FetchFailure.NotFound, "Nothing is there."));
}
