using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Opens sessions: a password, then a code where the person has a second factor. Whether an address is known is not told: a wrong address
/// costs the same time and gets the same answer as a wrong password and as too many tries.
/// </summary>
internal sealed class SignIn(CredentialsDb db, PersonFiles files, UserManager<PersonRow> users, Tries tries, PromoteSettings settings, IHostEnvironment environment, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    // Of nobody's password: what checking a password against it costs.
    private static readonly Lazy<string> Nobody = new(() => new PasswordHasher<PersonRow>().HashPassword(null!, RandomId.New()));

    /// <summary>Whether everybody has to have a second factor before they see anything.</summary>
    public bool AsksForSecondFactor => settings.SignIn.RequireSecondFactor ?? !environment.IsDevelopment();

    /// <summary>Opens a session; null when address and password do not belong together, or after too many tries.</summary>
    public async Task<SecretToken?> RunAsync(string email, string password, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(email, cancellationToken) is not { PasswordHash: not null } person)
        {
            _ = users.PasswordHasher.VerifyHashedPassword(null!, Nobody.Value, password);
            return null;
        }

        if (!await tries.TakeAsync(person, cancellationToken))
        {
            _ = users.PasswordHasher.VerifyHashedPassword(person, Nobody.Value, password);
            return null;
        }

        if (!await users.CheckPasswordAsync(person, password))
        {
            return null;
        }

        await tries.GiveBackAsync(person, cancellationToken);
        return await OpenAsync(person, cancellationToken);
    }

    /// <summary>Opens a session of somebody whose password was right.</summary>
    public Task<SecretToken> OpenAsync(PersonRow person, CancellationToken cancellationToken) =>
        OpenAsync(person, isComplete: !person.SecondFactor && !AsksForSecondFactor, cancellationToken);

    /// <summary>Opens a session of somebody whose passkey was right. It is something that they have, opened by what they know or are: both factors in one.</summary>
    public Task<SecretToken> OpenWithPasskeyAsync(PersonRow person, CancellationToken cancellationToken) => OpenAsync(person, isComplete: true, cancellationToken);

    private async Task<SecretToken> OpenAsync(PersonRow person, bool isComplete, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        if (isComplete)
        {
            await tries.GiveAllBackAsync(person, cancellationToken);
        }

        await db.Sessions.Where(row => row.PersonId == person.Id && row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var token = SecretToken.Create();
        db.Sessions.Add(new SessionRow
        {
            Id = RandomId.New(),
            Hash = token.Hash,
            PersonId = person.Id,
            SecurityStamp = person.SecurityStamp,
            IssuerId = await db.Memberships.Where(row => row.PersonId == person.Id && row.AcceptedAt != null && row.Roles != "")
                .OrderBy(row => row.CreatedAt).Select(row => row.IssuerId).FirstOrDefaultAsync(cancellationToken),
            VerifiedAt = isComplete ? now : null,
            CreatedAt = now,
            ExpiresAt = now + Lasts,
        });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Takes a code of the app, or one for recovery, and completes the session.</summary>
    /// <returns>Whether the code was right.</returns>
    public async Task<bool> CompleteAsync(SignedIn signedIn, string code, CancellationToken cancellationToken)
    {
        var person = signedIn.Person;
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await tries.TakeAsync(person, cancellationToken)
            || !(await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed)
                || (person.SecondFactor && (await users.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded)))
        {
            return false;
        }

        await tries.GiveAllBackAsync(person, cancellationToken);
        await RenewAsync(signedIn, cancellationToken);
        return true;
    }

    /// <summary>Takes the password once more, of somebody who has nothing else to show.</summary>
    /// <returns>Whether it was right.</returns>
    public async Task<bool> ConfirmAsync(SignedIn signedIn, string password, CancellationToken cancellationToken)
    {
        var person = signedIn.Person;
        if (person.SecondFactor || !await tries.TakeAsync(person, cancellationToken) || !await users.CheckPasswordAsync(person, password))
        {
            return false;
        }

        await tries.GiveAllBackAsync(person, cancellationToken);
        await RenewAsync(signedIn, cancellationToken);
        return true;
    }

    /// <summary>Everything that sign-in asks for was given just now.</summary>
    public Task RenewAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        signedIn.Session.VerifiedAt = time.GetStoredNow();
        return db.SaveChangesAsync(cancellationToken);
    }
}
