using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Asks for a passkey and checks the answer (Web Authentication §7.2, by ASP.NET Core Identity). Whatever is wrong with one is answered by
/// nothing, so that nobody learns whether a passkey or a person is known; whoever is guessed at is locked as by wrong passwords.
/// </summary>
internal sealed class CheckPasskey(IPasskeyHandler<PersonRow> handler, UserManager<PersonRow> users, Tries tries, Passkeys passkeys, PasskeyChallenges challenges)
{
    /// <summary>An answer with a signature of the longest key that is taken has a quarter of it.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>What the browser is asked: for the passkeys of whoever is signed in, else for any.</summary>
    public async Task<PasskeyQuestion> AskAsync(SignedIn? signedIn, HttpContext http, CancellationToken cancellationToken)
    {
        var made = await handler.MakeRequestOptionsAsync(signedIn?.Person!, http);
        return new(made.RequestOptionsJson, await challenges.OpenAsync(PurposeOf(signedIn), signedIn?.Session.Id, made.AssertionState!, cancellationToken));
    }

    /// <summary>Who answered.</summary>
    /// <param name="signedIn">In whose session it was asked; null at sign-in.</param>
    /// <param name="challenge">What the browser brought back of the question.</param>
    /// <param name="credential">The answer, as JSON of Web Authentication.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Ends it before the answer counts.</param>
    public async Task<PersonRow?> RunAsync(SignedIn? signedIn, string? challenge, string credential, HttpContext http, CancellationToken cancellationToken)
    {
        if (await challenges.TakeAsync(challenge, PurposeOf(signedIn), signedIn?.Session.Id, cancellationToken) is not { } state || IdOf(credential) is not { } id)
        {
            return null;
        }

        var owner = await passkeys.OwnerAsync(id, cancellationToken);
        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (owner is null || !await tries.TakeAsync(owner, cancellationToken)
            || !result.Succeeded || !(await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded)
        {
            return null;
        }

        await tries.GiveAllBackAsync(result.User, cancellationToken);
        return result.User;
    }

    private static PasskeyPurpose PurposeOf(SignedIn? signedIn) => signedIn is null ? PasskeyPurpose.SignIn : PasskeyPurpose.Confirm;

    // The id that the device gave the passkey, which Identity compares with what was signed.
    private static byte[]? IdOf(string credential)
    {
        try
        {
            using var json = StrictJson.Parse(Encoding.UTF8.GetBytes(credential), MaxBytes);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String && Base64Url.IsValid(id.GetString()) ? Base64Url.DecodeFromChars(id.GetString()) : null;
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }
}
