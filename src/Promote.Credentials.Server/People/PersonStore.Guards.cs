using Microsoft.AspNetCore.Identity;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>What keeps others out: the count of wrong answers, and the second factor.</summary>
internal sealed partial class PersonStore :
    IUserLockoutStore<PersonRow>, IUserTwoFactorStore<PersonRow>, IUserAuthenticatorKeyStore<PersonRow>, IUserTwoFactorRecoveryCodeStore<PersonRow>
{
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(PersonRow user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedAttempts);

    public Task ResetAccessFailedCountAsync(PersonRow user, CancellationToken cancellationToken)
    {
        user.FailedAttempts = 0;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(user.FailedAttempts);

    public Task<bool> GetLockoutEnabledAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(PersonRow user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(PersonRow user, bool enabled, CancellationToken cancellationToken)
    {
        user.SecondFactor = enabled;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(user.SecondFactor);

    public Task SetAuthenticatorKeyAsync(PersonRow user, string key, CancellationToken cancellationToken)
    {
        files.Write(user, files.SecretsOf(user) with { Authenticator = key });
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(files.SecretsOf(user).Authenticator);

    public Task ReplaceCodesAsync(PersonRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        files.Write(user, files.SecretsOf(user) with { RecoveryCodes = [.. recoveryCodes] });
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(PersonRow user, string code, CancellationToken cancellationToken)
    {
        var secrets = files.SecretsOf(user);
        var isOne = secrets.RecoveryCodes.Contains(code);
        if (isOne)
        {
            files.Write(user, secrets with { RecoveryCodes = [.. secrets.RecoveryCodes.Where(other => other != code)] });
        }

        return Task.FromResult(isOne);
    }

    public Task<int> CountCodesAsync(PersonRow user, CancellationToken cancellationToken) => Task.FromResult(files.SecretsOf(user).RecoveryCodes.Count);
}
