using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public;

/// <summary>The one answer for what never was, what is malformed and what was erased: nobody can tell them apart.</summary>
internal static class NotHere
{
    public static Refused Problem => new(RefusalCode.NotFound, "", "There is nothing here, or not any more.");

    /// <summary>The same as JSON, or as the page itself, which shows it where its model has nothing.</summary>
    public static IActionResult Answer(PageModel page, PageLanguage language, bool asJson)
    {
        if (asJson)
        {
            return Problem;
        }

        language.Choose(page.HttpContext, written: null, issuerLanguage: null);
        page.ViewData["Title"] = language["pages.nothing.title"];
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }
}
