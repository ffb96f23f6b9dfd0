#if USE_HANGFIRE
using System.Security.Claims;
using Hangfire.Dashboard;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk;

/// <summary>Lets administrators of one issuer see the dashboard, once they are signed in at the desk with everything that this asks of them.</summary>
/// <param name="issuer">The slug of that issuer.</param>
internal sealed class JobsDashboardGuard(string issuer) : IDashboardAsyncAuthorizationFilter
{
    // Its pages bring their own scripts and fonts. Inline there are colours of states, in attributes, and one style sheet of its charts, known by its hash.
    private const string Policy =
        "default-src 'none'; img-src 'self'; style-src 'self' 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='; style-src-attr 'unsafe-inline'; "
        + "font-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var services = http.RequestServices;
        var signedIn = await services.GetRequiredService<Sessions>().FindAsync(SessionCookie.Read(http), http.RequestAborted);
        if (signedIn is not { Session.VerifiedAt: not null })
        {
            http.Response.Redirect("/desk/sign-in");
            await http.Response.StartAsync(http.RequestAborted);
            return false;
        }

        http.Features.Set(new Client(signedIn.Person.Id, signedIn.Session.IssuerId ?? "", RightsOfRoles.Of(signedIn.Roles), signedIn.Profile.Email));
        http.Response.Headers.ContentSecurityPolicy = Policy;

        // Hangfire answers 403 to whoever is known, and 401 to whoever is not.
        http.User = new ClaimsPrincipal(new ClaimsIdentity("session"));
        return signedIn.Roles.Contains(Role.Administrator)
            && await services.GetRequiredService<CredentialsDb>().Issuers.AnyAsync(row => row.Id == signedIn.Session.IssuerId && row.Slug == issuer, http.RequestAborted);
    }
}
#endif
