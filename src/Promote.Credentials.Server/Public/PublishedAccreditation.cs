using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Public;

/// <summary>An accreditation as it was signed: an EndorsementCredential of Open Badges 3.0. Its status list says whether it still holds.</summary>
internal sealed class PublishedAccreditation(CredentialsDb db) : ControllerBase
{
    [HttpGet("/accreditations/{id}"), EnableCors(CorsNames.Anyone)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken) =>
        RandomId.IsOne(id) && await db.Accreditations.Where(row => row.Id == id).Select(row => row.Document).SingleOrDefaultAsync(cancellationToken) is { } document
            ? File(document, "application/vc")
            : NotHere.Problem;
}
