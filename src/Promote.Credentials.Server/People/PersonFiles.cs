using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>What is encrypted about people, read and written with the key of each.</summary>
internal sealed class PersonFiles(CredentialsDb db, LearnerVault vault, KeyRing keyRing)
{
    /// <summary>The person with an address; null where there is none.</summary>
    public Task<PersonRow?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var lookup = keyRing.Hashes.Person(email);
        return db.People.SingleOrDefaultAsync(row => row.Lookup == lookup, cancellationToken);
    }

    /// <summary>A new person, to be added by the caller.</summary>
    public PersonRow New(string email, DateTimeOffset now)
    {
        var id = RandomId.New();
        using var key = vault.New(id, out var wrapped);
        return new PersonRow
        {
            Id = id,
            Lookup = keyRing.Hashes.Person(email),
            WrappedKey = wrapped,
            KeyId = vault.KeyId,
            Profile = key.Encrypt(LearnerKey.Column.PersonProfile, id, StoredJson.WriteUtf8(new PersonProfile(email.Trim(), Name: null))),
            SecurityStamp = RandomId.New(),
            Revision = 1,
            CreatedAt = now,
        };
    }

    public PersonProfile ProfileOf(PersonRow person)
    {
        using var key = KeyOf(person);
        return StoredJson.Read<PersonProfile>(key.Decrypt(LearnerKey.Column.PersonProfile, person.Id, person.Profile));
    }

    public void Write(PersonRow person, PersonProfile profile)
    {
        using var key = KeyOf(person);
        person.Profile = key.Encrypt(LearnerKey.Column.PersonProfile, person.Id, StoredJson.WriteUtf8(profile));
    }

    public PersonSecrets SecretsOf(PersonRow person)
    {
        if (person.Secrets is null)
        {
            return new(Authenticator: null, []);
        }

        using var key = KeyOf(person);
        return StoredJson.Read<PersonSecrets>(key.Decrypt(LearnerKey.Column.PersonSecrets, person.Id, person.Secrets));
    }

    public void Write(PersonRow person, PersonSecrets secrets)
    {
        using var key = KeyOf(person);
        person.Secrets = key.Encrypt(LearnerKey.Column.PersonSecrets, person.Id, StoredJson.WriteUtf8(secrets));
    }

    public PasskeyDetails DetailsOf(PersonRow person, PasskeyRow passkey)
    {
        using var key = KeyOf(person);
        return StoredJson.Read<PasskeyDetails>(key.Decrypt(LearnerKey.Column.PasskeyDetails, passkey.Id, passkey.Details));
    }

    /// <summary>The details of a passkey as its row keeps them.</summary>
    public byte[] Seal(PersonRow person, string passkeyId, PasskeyDetails details)
    {
        using var key = KeyOf(person);
        return key.Encrypt(LearnerKey.Column.PasskeyDetails, passkeyId, StoredJson.WriteUtf8(details));
    }

    public string IdentifierOf(PersonRow person, PersonIdentifierRow row)
    {
        using var key = KeyOf(person);
        return Encoding.UTF8.GetString(key.Decrypt(LearnerKey.Column.PersonIdentifier, row.Id, row.Identifier));
    }

    /// <summary>An identifier as its row keeps it.</summary>
    public byte[] Seal(PersonRow person, string rowId, string identifier)
    {
        using var key = KeyOf(person);
        return key.Encrypt(LearnerKey.Column.PersonIdentifier, rowId, Encoding.UTF8.GetBytes(identifier));
    }

    private LearnerKey KeyOf(PersonRow person) => vault.Open(person.Id, person.KeyId, person.WrappedKey)!;
}
