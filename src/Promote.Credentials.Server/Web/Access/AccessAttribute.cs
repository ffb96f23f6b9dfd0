using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>Asks for an API key with a scope (RFC 6750 bearer token), before anything of the request is read. Several ask for all of their scopes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AccessAttribute(string scope) : Attribute, IAsyncAuthorizationFilter
{
    public string Scope { get; } = scope;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var client = BearerToken.Of(http.Request) is { } token
            ? await http.RequestServices.GetRequiredService<ApiKeyLookup>().FindAsync(token, http.RequestAborted)
            : null;
        if (client is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            context.Result = new Refused(RefusalCode.Unauthenticated, "", "Send an API key that is known and neither expired nor revoked: Authorization: Bearer pk_…");
        }
        else if (!client.Scopes.Contains(Scope))
        {
            // RFC 6750 §3.1: insufficient_scope names what is needed.
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{Scope}\"";
            context.Result = new Refused(RefusalCode.Forbidden, "", $"The API key lacks the scope {Scope}.");
        }
        else
        {
            http.Features.Set(client);
        }
    }
}
