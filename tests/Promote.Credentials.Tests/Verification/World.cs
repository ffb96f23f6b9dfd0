using System.Text;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

/// <summary>What lies outside the verifier: the documents of DIDs and this service's records, held in memory.</summary>
internal sealed class World : IDidResolver, IOwnRecords
{
    public const string OwnAddress = "https://here.example/v/";

    public Dictionary<string, DidDocument> Dids { get; } = [];

    public Dictionary<string, OwnRecord> Records { get; } = [];

    public DateTimeOffset Now { get; set; } = Badge.IssuedAt.AddDays(1);

    public ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken) => new(Dids.GetValueOrDefault(did));

    public ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken) =>
        new(Records.GetValueOrDefault(credentialId) ?? (credentialId.StartsWith(OwnAddress, StringComparison.Ordinal) ? OwnRecord.Missing : OwnRecord.NotOurs));

    public Task<Report> VerifyAsync(byte[] input) =>
        new Verifier(this, this).VerifyAsync(input, new VerificationRequest { Now = Now }, CancellationToken.None);

    public Task<Report> VerifyAsync(string input) => VerifyAsync(Encoding.UTF8.GetBytes(input));
}
