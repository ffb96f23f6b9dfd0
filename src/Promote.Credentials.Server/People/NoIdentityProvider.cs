using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>None is configured: no token counts.</summary>
internal sealed class NoIdentityProvider : IIdentityProvider
{
    public Task<Client?> FindAsync(string token, string? issuer, CancellationToken cancellationToken) => Task.FromResult<Client?>(null);
}
