using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>What a person gets in the place of a problem document: nothing is here, or too much was asked.</summary>
[DisableRateLimiting]
internal sealed class SorryModel(PageLanguage page) : PageModel
{
    public bool IsTooMany => HttpContext.Features.Get<FailedStatus>()?.Status == StatusCodes.Status429TooManyRequests;

    public IActionResult OnGet()
    {
        var answer = NotHere.Answer(this, page, asJson: false);
        if (!IsTooMany)
        {
            return answer;
        }

        ViewData["Title"] = page["pages.tooMany.title"];
        return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
    }
}
