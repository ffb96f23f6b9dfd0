using Microsoft.AspNetCore.Identity;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>What keeps others out beside the password: the second factor. Wrong answers are counted by <see cref="Tries"/>.</summary>
internal sealed partial class PersonStore :
    IUserTwoFactorStore<PersonRow>, IUserAuthenticatorKeyStore<PersonRow>, IUserTwoFactorRecoveryCodeStore<PersonRow>
{
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
