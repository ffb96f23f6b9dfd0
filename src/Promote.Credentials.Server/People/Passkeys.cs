using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>The passkeys of people: found by a hash of the id that the device gave them, everything else encrypted with the person's key.</summary>
internal sealed class Passkeys(CredentialsDb db, PersonFiles files, KeyRing keyRing, TimeProvider time)
{
    /// <summary>As many as somebody may have.</summary>
    public const int Most = 20;

    /// <summary>The passkeys of somebody, the oldest first.</summary>
    public async Task<IReadOnlyList<(PasskeyRow Row, PasskeyDetails Details)>> OfAsync(PersonRow person, CancellationToken cancellationToken)
    {
        var rows = await db.Passkeys.Where(row => row.PersonId == person.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row, files.DetailsOf(person, row)))];
    }

    /// <summary>Whose a passkey is; null where nobody has it.</summary>
    public async Task<PersonRow?> OwnerAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var lookup = keyRing.Hashes.Passkey(credentialId);
        return await db.Passkeys.Where(row => row.Lookup == lookup).Join(db.People, row => row.PersonId, person => person.Id, (_, person) => person).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Somebody's passkey; null where they have no such one.</summary>
    public async Task<PasskeyRow?> FindAsync(PersonRow person, byte[] credentialId, CancellationToken cancellationToken)
    {
        var lookup = keyRing.Hashes.Passkey(credentialId);
        return await db.Passkeys.SingleOrDefaultAsync(row => row.PersonId == person.Id && row.Lookup == lookup, cancellationToken);
    }

    /// <summary>A passkey as Identity checks it. How it was made is not kept: nobody asked the device to prove what it is.</summary>
    public UserPasskeyInfo Read(PersonRow person, PasskeyRow row)
    {
        var details = files.DetailsOf(person, row);
        return new(
            details.CredentialId, details.PublicKey, row.CreatedAt, details.SignCount, [.. details.Transports], isUserVerified: true, details.CanBeCopied, details.IsCopied,
            attestationObject: [], clientDataJson: [])
        {
            Name = details.Name,
        };
    }

    /// <summary>A new passkey, saved with the next commit.</summary>
    public PasskeyRow Add(PersonRow person, UserPasskeyInfo passkey)
    {
        var id = RandomId.New();
        var row = new PasskeyRow
        {
            Id = id,
            PersonId = person.Id,
            Lookup = keyRing.Hashes.Passkey(passkey.CredentialId),
            Details = files.Seal(person, id, DetailsOf(passkey)),
            Revision = 1,
            CreatedAt = time.GetStoredNow(),
        };
        db.Passkeys.Add(row);
        return row;
    }

    /// <summary>What a passkey counted when it was used just now. Whoever answers at the same time with a copy of it comes second and is told.</summary>
    public void Use(PersonRow person, PasskeyRow row, UserPasskeyInfo passkey)
    {
        row.Details = files.Seal(person, row.Id, DetailsOf(passkey));
        row.Revision++;
        row.UsedAt = time.GetStoredNow();
    }

    private static PasskeyDetails DetailsOf(UserPasskeyInfo passkey) =>
        new(passkey.Name ?? "", passkey.CredentialId, passkey.PublicKey, passkey.SignCount, passkey.Transports ?? [], passkey.IsBackupEligible, passkey.IsBackedUp);
}
