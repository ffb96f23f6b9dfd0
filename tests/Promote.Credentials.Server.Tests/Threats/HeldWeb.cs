using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Documents at addresses, held in memory; every other address answers 404.</summary>
internal sealed class HeldWeb : IFetcher
{
    private readonly ConcurrentDictionary<string, byte[]> documents = new(StringComparer.Ordinal);

    public void Serve(string url, JsonNode document) => documents[url] = Encoding.UTF8.GetBytes(document.ToJsonString());

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) => Task.FromResult(
        documents.TryGetValue(request.Url.AbsoluteUri, out var document)
            ? new FetchResult { Url = request.Url, Status = 200, Body = document }
            : FetchResult.Failed(request.Url, FetchFailure.NotFound, "Nothing is there."));
}
