using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Reads tokens of the identity provider, strictly: its issuer, our audience, a signature by a key that it publishes with an algorithm that
/// we allow, a time that is now, and an address that it verified (OpenID Connect Core §3.1.3.7 and §5.1, RFC 8725 §3).
/// </summary>
internal sealed class ProviderTokens
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    // RFC 9068 §2.1 for access tokens; many providers write JWT or nothing into both kinds. A logout token is neither.
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> provider;
    private readonly OpenIdConnectSettings settings;
    private readonly TimeProvider time;

    public ProviderTokens(OpenIdConnectSettings settings, HttpClient http, IHostEnvironment environment, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        provider = new(
            $"{settings.Authority!.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !environment.IsDevelopment() });
    }

    /// <summary>Whom a token is about; null when it does not count.</summary>
    /// <exception cref="IdentityProviderUnavailableException">The provider's metadata or keys cannot be read.</exception>
    public async Task<ProvidedPerson?> PersonOfAsync(string token, CancellationToken cancellationToken)
    {
        if (!CompactJws.TryParse(token, out _, out _))
        {
            return null;
        }

        var result = await ValidateAsync(token, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have a new key. It is not asked more often than the library lets us.
            provider.RequestRefresh();
            result = await ValidateAsync(token, cancellationToken);
        }

        return result.IsValid && result.Claims.TryGetValue("email", out var email) && result.Claims.TryGetValue("email_verified", out var verified) && verified is true
            && email is string address && result.Claims.TryGetValue("sub", out var subject) && subject is string { Length: > 0 } id
            ? new(address, id)
            : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        return await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer == settings.Authority!.OriginalString.TrimEnd('/') || configuration.Issuer == settings.Authority.OriginalString ? configuration.Issuer : null,
            ValidAudience = settings.Audience,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            TryAllIssuerSigningKeys = false,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            TypeValidator = (type, _, _) => type is null || Types.Contains(type, StringComparer.OrdinalIgnoreCase) ? type ?? Types[0] : throw new SecurityTokenInvalidTypeException(),
            LifetimeValidator = IsNow,
        });
    }

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await provider.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new IdentityProviderUnavailableException(exception);
        }
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && !(notBefore > now + Skew);
    }
}
