using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Public;

/// <summary>The records of what platforms wrote themselves and had signed here.</summary>
internal sealed class OwnPlatformRecords(CredentialsDb db, KeyRing keyRing, LearnerVault vault, RollbackGuard guard)
{
    // A platform may give one id to several documents; more than these are not compared.
    private const int Most = 20;

    /// <summary>The record of the documents with this id.</summary>
    public async Task<OwnRecord> FindAsync(string documentId, CancellationToken cancellationToken)
    {
        var hash = keyRing.Hashes.Document(documentId);
        var rows = await db.PlatformCredentials.AsNoTracking().Where(row => row.DocumentHash == hash && row.State == IssuingState.Issued)
            .OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        var readable = rows.Select(Read).OfType<byte[]>().ToList();
        return (rows, readable) switch
        {
            ([], _) => OwnRecord.Missing,
            (_, []) => OwnRecord.Damaged,
            ([var newest, ..], _) => OwnRecord.Kept(newest.IssuedAt!.Value, [.. readable.Select(utf8 => (ReadOnlyMemory<byte>)utf8)]) with { Standing = StandingOf(rows) },
        };
    }

    // Several documents of one id hold as the worst of them: whoever gives an id twice cannot end one of them alone.
    private OwnStanding StandingOf(List<PlatformCredentialRow> rows) => rows switch
    {
        _ when rows.Exists(row => guard.WhyNot(row.IssuerId) is not null) => new(OwnStandingState.Restoring),
        _ when rows.Find(row => row.RevokedAt is not null) is { } revoked => new(OwnStandingState.Revoked, revoked.RevokedAt),
        _ when rows.Find(row => row.SuspendedAt is not null) is { } suspended => new(OwnStandingState.Suspended, suspended.SuspendedAt),
        _ => OwnStanding.InForce,
    };

    private byte[]? Read(PlatformCredentialRow row)
    {
        try
        {
            using var key = vault.Open(row.Id, row.MasterKeyId, row.WrappedKey);
            var utf8 = key!.Decrypt(LearnerKey.Column.CredentialSigned, row.Id, row.Signed);
            return SHA256.HashData(utf8).AsSpan().SequenceEqual(row.SignedSha256) ? utf8 : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
