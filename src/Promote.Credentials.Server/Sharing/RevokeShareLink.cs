using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Sharing;

/// <summary>Ends a share link for ever. Revoking it again changes nothing.</summary>
internal sealed class RevokeShareLink(CredentialsDb db, ShareLinks links, OwnPages ownPages) : ControllerBase
{
    [HttpPost("/credentials/{id}/links/{link}/revoke"), RequestSizeLimit(ShareForm.MaxBytes)]
    public async Task<IActionResult> RunAsync(string id, string link, CancellationToken cancellationToken)
    {
        if (!ownPages.Sent(Request))
        {
            return HolderPage.FromElsewhere;
        }

        return await HolderPage.AwardAsync(db, id, cancellationToken) is { } award && await links.RevokeAsync(award.Id, link, cancellationToken)
            ? HolderPage.Back(HttpContext, id, ShareNotice.Revoked)
            : HolderPage.NotHere;
    }
}
