using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>Makes a passkey for somebody who is signed in (Web Authentication §7.1). What guards the account changed, which ends all other sessions.</summary>
internal sealed class AddPasskey(
    CredentialsDb db, IPasskeyHandler<PersonRow> handler, UserManager<PersonRow> users, Passkeys passkeys, PasskeyChallenges challenges, TimeProvider time)
{
    public const int MaxName = 60;

    // Web Authentication §4, "credential id": 16 bytes at least. Identity takes none.
    private const int ShortestId = 16;

    /// <summary>What the browser is asked to have made. To a device somebody is their random id; what it shows to choose from is their address.</summary>
    public async Task<PasskeyQuestion> AskAsync(SignedIn signedIn, HttpContext http, CancellationToken cancellationToken)
    {
        var (email, name) = (signedIn.Profile.Email, signedIn.Profile.Name);
        var made = await handler.MakeCreationOptionsAsync(new() { Id = signedIn.Person.Id, Name = email, DisplayName = name ?? email }, http);
        return new(made.CreationOptionsJson, await challenges.OpenAsync(PasskeyPurpose.Add, signedIn.Session.Id, made.AttestationState!, cancellationToken));
    }

    /// <summary>Keeps what was made.</summary>
    /// <param name="signedIn">For whom.</param>
    /// <param name="client">Who they are in the audit trail.</param>
    /// <param name="name">As they call it.</param>
    /// <param name="challenge">What the browser brought back of the question.</param>
    /// <param name="credential">What the device made, as JSON of Web Authentication.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Counts until it is kept.</param>
    /// <returns>Whether it is kept.</returns>
    public async Task<bool> RunAsync(SignedIn signedIn, Client client, string name, string? challenge, string credential, HttpContext http, CancellationToken cancellationToken)
    {
        if (await challenges.TakeAsync(challenge, PasskeyPurpose.Add, signedIn.Session.Id, cancellationToken) is not { } state
            || name.Length is 0 or > MaxName || (await passkeys.OfAsync(signedIn.Person, cancellationToken)).Count >= Passkeys.Most)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != signedIn.Person.Id || result.Passkey.CredentialId.Length < ShortestId)
        {
            return false;
        }

        result.Passkey.Name = name;
        var row = passkeys.Add(signedIn.Person, result.Passkey);
        signedIn.EndOthers();
        db.Audit.Add(client.Did("person.passkeyAdded", row.Id, time.GetStoredNow()));
        try
        {
            return (await users.UpdateAsync(signedIn.Person)).Succeeded;
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out _))
        {
            // Somebody else added the same one at the same time.
            return false;
        }
    }
}
