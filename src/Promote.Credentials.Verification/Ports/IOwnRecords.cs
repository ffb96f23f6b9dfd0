namespace Promote.Credentials.Verification.Ports;

/// <summary>What the service that verifies has itself issued.</summary>
public interface IOwnRecords
{
    /// <summary>The record of a credential, by the <c>id</c> and the issuer that the document names.</summary>
    ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken);

    /// <summary>The endorsements, signed by other issuers, by which an issuer of this service is accredited; empty for every other issuer.</summary>
    ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string issuerId, CancellationToken cancellationToken);
}
