using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Public.Pages;

/// <summary>What the <c>type</c> of a problem leads to: a sentence (RFC 9457 §3.1.1), on a page for people.</summary>
internal sealed class ProblemModel(PageLanguage page) : PageModel
{
    public string Code { get; private set; } = "";

    /// <summary>Null where there is no such code.</summary>
    public string? Meaning { get; private set; }

    public IActionResult OnGet(string id)
    {
        var code = Enum.GetValues<RefusalCode>().FirstOrDefault(code => string.Equals(new Refusal(code, "", "").Id, id, StringComparison.OrdinalIgnoreCase));
        var isForPeople = ErrorPage.IsWantedBy(Request);
        if (code == default)
        {
            return NotHere.Answer(this, page, asJson: !isForPeople);
        }

        page.Choose(HttpContext, written: null, issuerLanguage: null);
        (Code, Meaning) = (id.ToUpperInvariant(), $"{ProblemDocument.Of([new(code, "", "")]).Title}.");
        return isForPeople ? Page() : Content($"{Code}: {Meaning}\n", "text/plain; charset=utf-8");
    }
}
