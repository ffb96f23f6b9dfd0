using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Puts a pathway in force: from now on its completion is seen. Publishing it again changes nothing.</summary>
internal sealed class PublishPathway(CredentialsDb db, PathwayCheck check, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/pathways/{id}/publish"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id) ? await db.Pathways.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (EntityTag.WhyNot(Request, EntityTag.Of(row.Revision), required: false) is { } stale)
        {
            return new Refused(stale);
        }

        // What it names may have changed since it was written.
        if (await check.RunAsync(id, client.IssuerId, StoredJson.Read<PathwayContent>(row.Content), cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        if (row.State == PathwayState.Draft)
        {
            (row.State, row.UpdatedAt) = (PathwayState.Published, time.GetStoredNow());
            row.Revision++;
            db.Audit.Add(client.Did("pathway.published", id, row.UpdatedAt));
            if (!await db.SaveUnlessChangedAsync(cancellationToken))
            {
                return new Refused(EntityTag.Stale);
            }
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(PathwayAnswer.Of(row));
    }
}
