using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>
/// Asks for an API key with a scope (RFC 6750 bearer token), or for a token of the identity provider of somebody whose roles have it, before
/// anything of the request is read. Several ask for all of their scopes; one can name others that are as good.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AccessAttribute(string scope, params string[] or) : Attribute, IAsyncAuthorizationFilter
{
    public string Scope { get; } = scope;

    /// <summary>Other scopes of which one is enough. The operation says when it is.</summary>
    public IReadOnlyList<string> Or { get; } = or;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        try
        {
            await AuthorizeAsync(context, context.HttpContext);
        }
        catch (IdentityProviderUnavailableException)
        {
            context.Result = new Refused(RefusalCode.Unavailable, "", "The identity provider does not answer now: try again later.");
        }
    }

    private async Task AuthorizeAsync(AuthorizationFilterContext context, HttpContext http)
    {
        var client = http.Features.Get<Client>() ?? await FindAsync(http);
        if (client is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            context.Result = new Refused(RefusalCode.Unauthenticated, "", "Send an API key that is known and neither expired nor revoked: Authorization: Bearer pk_…");
        }
        else if (!client.Scopes.Contains(Scope) && !Or.Any(client.Scopes.Contains))
        {
            // RFC 6750 §3.1: insufficient_scope names what is needed.
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{Scope}\"";
            context.Result = new Refused(RefusalCode.Forbidden, "", client.Email is null ? $"The API key lacks the scope {Scope}." : $"None of your roles has the scope {Scope}.");
        }
        else
        {
            http.Features.Set(client);
        }
    }

    private static async Task<Client?> FindAsync(HttpContext http) => BearerToken.Of(http.Request) switch
    {
        null => null,
        var token when token.StartsWith(ApiKeyToken.Prefix, StringComparison.Ordinal) || !token.Contains('.', StringComparison.Ordinal) =>
            await http.RequestServices.GetRequiredService<ApiKeyLookup>().FindAsync(token, http.RequestAborted),
        var token => await http.RequestServices.GetRequiredService<IIdentityProvider>().FindAsync(token, http.Request.Headers[IIdentityProvider.IssuerHeader], http.RequestAborted),
    };
}
