using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Creates a pathway as a draft.</summary>
internal sealed class CreatePathway(CredentialsDb db, PathwayCheck check, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/pathways"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync([FromBody] PathwayContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await check.RunAsync(id: null, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var now = time.GetStoredNow();
        var row = new PathwayRow { Id = RandomId.New(), IssuerId = client.IssuerId, State = PathwayState.Draft, Content = StoredJson.Write(content), Revision = 1, CreatedAt = now, UpdatedAt = now };
        db.Pathways.Add(row);
        db.PathwayAchievements.AddRange(PathwayNetwork.NamedIn(content).Select(achievement => new PathwayAchievementRow { AchievementId = achievement, PathwayId = row.Id }));
        db.Audit.Add(client.Did("pathway.created", row.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Created($"/api/v1/pathways/{row.Id}", PathwayAnswer.Of(row));
    }
}
