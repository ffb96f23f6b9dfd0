using Microsoft.AspNetCore.Identity;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>Sets up an authenticator app: a secret to scan, then a code that shows it arrived, then codes for the day the device is lost.</summary>
internal sealed class SecondFactors(CredentialsDb db, UserManager<PersonRow> users, PromoteSettings settings, SignIn signIn)
{
    private const int RecoveryCodes = 10;

    /// <summary>The secret to scan, made when there is none.</summary>
    /// <returns>What an app reads as a QR code (the key URI format), and the secret to type.</returns>
    public async Task<(string Uri, string Secret)> OfferAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        if (await users.GetAuthenticatorKeyAsync(signedIn.Person) is not { } secret)
        {
            await users.ResetAuthenticatorKeyAsync(signedIn.Person);
            secret = (await users.GetAuthenticatorKeyAsync(signedIn.Person))!;
            await KeepSessionAsync(signedIn, cancellationToken);
        }

        var service = Uri.EscapeDataString(settings.PublicBaseUrl!.Authority);
        return ($"otpauth://totp/{service}:{Uri.EscapeDataString(signedIn.Profile.Email)}?secret={secret}&issuer={service}", secret);
    }

    /// <summary>Turns it on when the code is right.</summary>
    /// <returns>The codes for recovery, shown once; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(SignedIn signedIn, string code, CancellationToken cancellationToken)
    {
        if (!await signIn.CompleteAsync(signedIn, code, cancellationToken))
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(signedIn.Person, enabled: true);
        List<string> codes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(signedIn.Person, RecoveryCodes))!];
        await KeepSessionAsync(signedIn, cancellationToken);
        return codes;
    }

    // What guards the account changed, which ends all sessions but the one in which it was changed.
    private async Task KeepSessionAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        signedIn.Session.SecurityStamp = signedIn.Person.SecurityStamp;
        await db.SaveChangesAsync(cancellationToken);
    }
}
