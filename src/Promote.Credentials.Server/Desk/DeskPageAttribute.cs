using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Desk;

/// <summary>
/// Who may see a page of the desk, decided before anything of the request is read: a form that another site sent is refused, whoever is
/// not signed in is asked to, and whoever lacks the right is told.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DeskPageAttribute : Attribute, IAsyncAuthorizationFilter, IAntiforgeryPolicy
{
    /// <summary>How far with signing in.</summary>
    public Stage Stage { get; init; } = Stage.Inside;

    /// <summary>The right that the page asks for; null for everybody at the desk.</summary>
    public string? Scope { get; init; }

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (HttpMethods.IsPost(http.Request.Method) && !services.GetRequiredService<OwnPages>().Sent(http.Request))
        {
            context.Result = new Refused(RefusalCode.CrossOrigin, "", "Another site sent this form. Open the page of this service and send it from there.");
            return;
        }

        var signedIn = await services.GetRequiredService<Sessions>().FindAsync(SessionCookie.Read(http), http.RequestAborted);
        await ChooseLanguageAsync(http, signedIn);
        if (Stage == Stage.Outside)
        {
            return;
        }

        if (signedIn is null)
        {
            context.Result = new RedirectResult("/desk/sign-in");
            return;
        }

        http.Features.Set(signedIn);
        if (signedIn.Session.VerifiedAt is null)
        {
            context.Result = Stage == Stage.Password ? null : new RedirectResult(signedIn.Person.SecondFactor ? "/desk/code" : "/desk/second-factor");
            return;
        }

        var client = new Client(signedIn.Person.Id, signedIn.Session.IssuerId ?? "", RightsOfRoles.Of(signedIn.Roles), signedIn.Profile.Email) { Identifiers = signedIn.Identifiers };
        http.Features.Set(client);
        if (Scope is not null && !client.Scopes.Contains(Scope))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    // What was chosen once holds for the session: no link has to carry it.
    private static async Task ChooseLanguageAsync(HttpContext http, SignedIn? signedIn)
    {
        var page = http.RequestServices.GetRequiredService<PageLanguage>();
        page.Choose(http, written: null, issuerLanguage: null, ofAddress: signedIn?.Session.Language);
        if (signedIn is not null && Language.Find(http.Request.Query[PageLanguage.Parameter]) is { } chosen && chosen.Tag != signedIn.Session.Language)
        {
            signedIn.Session.Language = chosen.Tag;
            await http.RequestServices.GetRequiredService<CredentialsDb>().SaveChangesAsync(http.RequestAborted);
        }
    }
}
