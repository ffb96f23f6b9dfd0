using Microsoft.AspNetCore.Identity;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>Where Identity finds passkeys.</summary>
internal sealed partial class PersonStore : IUserPasskeyStore<PersonRow>
{
    public async Task AddOrUpdatePasskeyAsync(PersonRow user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await passkeys.FindAsync(user, passkey.CredentialId, cancellationToken) is { } row)
        {
            passkeys.Use(user, row, passkey);
        }
        else
        {
            passkeys.Add(user, passkey);
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PersonRow user, CancellationToken cancellationToken) =>
        [.. (await passkeys.OfAsync(user, cancellationToken)).Select(passkey => passkeys.Read(user, passkey.Row))];

    public Task<PersonRow?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => passkeys.OwnerAsync(credentialId, cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PersonRow user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(user, credentialId, cancellationToken) is { } row ? passkeys.Read(user, row) : null;

    public async Task RemovePasskeyAsync(PersonRow user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await passkeys.FindAsync(user, credentialId, cancellationToken) is { } row)
        {
            db.Passkeys.Remove(row);
        }
    }
}
