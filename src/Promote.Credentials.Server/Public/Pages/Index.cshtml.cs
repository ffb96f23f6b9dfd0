using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>What this service is, for somebody who typed its address.</summary>
internal sealed class IndexModel(PageLanguage page) : PageModel
{
    public void OnGet() => page.Choose(HttpContext, written: null, issuerLanguage: null);
}
