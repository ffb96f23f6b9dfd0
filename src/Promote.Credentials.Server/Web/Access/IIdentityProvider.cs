namespace Promote.Credentials.Server.Web.Access;

/// <summary>The tokens of people whom somebody else signed in.</summary>
internal interface IIdentityProvider
{
    /// <summary>The header by which somebody who works for several issuers says for which one: its slug.</summary>
    const string IssuerHeader = "Promote-Issuer";

    /// <summary>The person of a token as a client of an issuer; null when the token does not count, or its person works for no such issuer.</summary>
    /// <param name="token">As it was sent.</param>
    /// <param name="issuer">The slug of the issuer; null for the only one that the person works for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="IdentityProviderUnavailableException">Nobody can say now whether the token counts.</exception>
    Task<Client?> FindAsync(string token, string? issuer, CancellationToken cancellationToken);
}
