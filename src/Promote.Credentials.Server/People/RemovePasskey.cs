using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>Ends a passkey, such as that of a device that was lost, and all other sessions with it.</summary>
internal sealed class RemovePasskey(CredentialsDb db, UserManager<PersonRow> users, TimeProvider time)
{
    /// <returns>Whether they had it.</returns>
    public async Task<bool> RunAsync(SignedIn signedIn, Client client, string id, CancellationToken cancellationToken)
    {
        if (await db.Passkeys.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == signedIn.Person.Id, cancellationToken) is not { } row)
        {
            return false;
        }

        db.Passkeys.Remove(row);
        signedIn.EndOthers();
        db.Audit.Add(client.Did("person.passkeyRemoved", row.Id, time.GetStoredNow()));
        return (await users.UpdateAsync(signedIn.Person)).Succeeded;
    }
}
