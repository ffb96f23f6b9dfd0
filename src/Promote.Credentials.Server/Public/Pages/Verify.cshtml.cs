using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Public.Verifying;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>
/// Where anybody hands in a credential of anybody: a form, and the report on what came in. It changes nothing and keeps nothing, so a page
/// of somebody else may send it too.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(SubmittedCredential.MaxRequestBytes)]
internal sealed class VerifyModel(VerifySubmitted verify, PageLanguage page, TimeProvider time) : PageModel
{
    /// <summary>The report; null while nothing was handed in, or nothing that could be read.</summary>
    public Report? Report { get; private set; }

    /// <summary>Why the request itself could not be read; null when it could.</summary>
    public string? Problem { get; private set; }

    public SignedDate CheckedAt => SignedDate.Of(time.GetUtcNow(), page.Texts);

    public void OnGet() => page.Choose(HttpContext, written: null, issuerLanguage: null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        page.Choose(HttpContext, written: null, issuerLanguage: null);
        Response.Headers.CacheControl = "no-store";
        var submitted = await SubmittedCredential.ReadAsync(Request, cancellationToken);
        if (!submitted.Granted)
        {
            return Refuse(submitted.Refusals[0].Detail, submitted.Refusals[0].Code == RefusalCode.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity);
        }

        var report = await verify.RunAsync(submitted.Value, cancellationToken);
        if (report.Rejection is { } rejection)
        {
            return Refuse(rejection.Detail, StatusCodes.Status422UnprocessableEntity);
        }

        Report = report;
        return Page();
    }

    private PageResult Refuse(string problem, int status)
    {
        Problem = problem;
        Response.StatusCode = status;
        return Page();
    }
}
