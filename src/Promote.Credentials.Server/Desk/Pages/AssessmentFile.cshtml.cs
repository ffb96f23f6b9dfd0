using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Assessments.Files;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk.Pages;

/// <summary>A file that an assessment keeps, to be saved; the page itself is seen where there is none.</summary>
[DeskPage(Scope = Scope.AssessmentsRead)]
internal sealed class AssessmentFileModel(CredentialsDb db, LearnerVault vault, PageLanguage page) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, string fileId, CancellationToken cancellationToken) =>
        await GivenFile.FindAsync(db, vault, HttpContext.Client.IssuerId, id, fileId, cancellationToken) is { } given ? given : NotHere.Answer(this, page, asJson: false);
}
