using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

/// <summary>What lies outside the verifier: the documents of DIDs, this service's records and the web, held in memory.</summary>
internal sealed class World : IDidResolver, IOwnRecords, IFetcher
{
    public const string OwnAddress = "https://here.example/v/";

    public Dictionary<string, DidDocument> Dids { get; } = [];

    public Dictionary<string, OwnRecord> Records { get; } = [];

    /// <summary>What lies at an address: any but these answers 404.</summary>
    public Dictionary<string, byte[]> Web { get; } = [];

    /// <summary>Addresses that fail in another way.</summary>
    public Dictionary<string, FetchFailure> Failures { get; } = [];

    /// <summary>What was asked for.</summary>
    public List<string> Fetched { get; } = [];

    public List<SealTrustAnchor> Anchors { get; } = [];

    public DateTimeOffset Now { get; set; } = Badge.IssuedAt.AddDays(1);

    public ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken) => new(Dids.GetValueOrDefault(did));

    public ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken) =>
        new(Records.GetValueOrDefault(credentialId) ?? (credentialId.StartsWith(OwnAddress, StringComparison.Ordinal) ? OwnRecord.Missing : OwnRecord.NotOurs));

    /// <summary>Endorsements by the issuer that they accredit.</summary>
    public Dictionary<string, IReadOnlyList<ReadOnlyMemory<byte>>> Accreditations { get; } = [];

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string issuerId, CancellationToken cancellationToken) =>
        new(Accreditations.GetValueOrDefault(issuerId) ?? []);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var url = request.Url.AbsoluteUri.Split('#')[0];
        Fetched.Add(url);
        var failure = Failures.TryGetValue(url, out var chosen) ? chosen : Web.ContainsKey(url) ? null : FetchFailure.NotFound as FetchFailure?;
        return Task.FromResult(failure is null or FetchFailure.Gone
            ? new FetchResult { Url = request.Url, Failure = failure, Status = 200, Body = Web.GetValueOrDefault(url), RetrievedAt = Now }
            : FetchResult.Failed(request.Url, failure.Value, $"{failure} at {request.Url.Host}."));
    }

    public void Serve(string url, JsonNode document) => Web[url] = Encoding.UTF8.GetBytes(document.ToJsonString());

    public Task<Report> VerifyAsync(byte[] input, VerificationProfile profile = VerificationProfile.Compat) => VerifyAsync(input, new VerificationRequest { Now = Now, Profile = profile });

    public Task<Report> VerifyAsync(byte[] input, VerificationRequest request) =>
        new Verifier(this, this, this, Anchors, TimeProvider.System).VerifyAsync(input, request, CancellationToken.None);

    public Task<Report> VerifyAsync(string input, VerificationProfile profile = VerificationProfile.Compat) => VerifyAsync(Encoding.UTF8.GetBytes(input), profile);
}
