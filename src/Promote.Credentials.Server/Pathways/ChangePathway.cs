using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Pathways;

/// <summary>Changes a pathway. Whoever completed it before keeps what they got; everybody else is judged by what it is now.</summary>
internal sealed class ChangePathway(CredentialsDb db, PathwayCheck check, TimeProvider time) : ControllerBase
{
    [HttpPut("/api/v1/pathways/{id}"), Access(Scope.PathwaysWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] PathwayContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id) ? await db.Pathways.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (EntityTag.WhyNot(Request, EntityTag.Of(row.Revision)) is { } stale)
        {
            return new Refused(stale);
        }

        if (await check.RunAsync(id, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var before = await db.PathwayAchievements.Where(one => one.PathwayId == id).ToListAsync(cancellationToken);
        var named = PathwayNetwork.NamedIn(content);
        db.PathwayAchievements.RemoveRange(before.Where(one => !named.Contains(one.AchievementId)));
        db.PathwayAchievements.AddRange(named.Except(before.Select(one => one.AchievementId)).Select(achievement => new PathwayAchievementRow { AchievementId = achievement, PathwayId = id }));
        (row.Content, row.UpdatedAt) = (StoredJson.Write(content), time.GetStoredNow());
        row.Revision++;
        db.Audit.Add(client.Did("pathway.changed", id, row.UpdatedAt));
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return new Refused(EntityTag.Stale);
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(PathwayAnswer.Of(row));
    }
}
