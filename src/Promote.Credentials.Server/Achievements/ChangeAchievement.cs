using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Gives an achievement a new version. The published one stays in force until the new one is published.</summary>
internal sealed class ChangeAchievement(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPut("/api/v1/achievements/{id}"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] AchievementContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id)
            ? await db.Achievements.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
            : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (EntityTag.WhyNot(Request, EntityTag.Of(row.Revision)) is { } stale)
        {
            return new Refused(stale);
        }

        if (row.State == AchievementState.Retired)
        {
            return new Refused(RefusalCode.WrongState, "", "The achievement is retired.");
        }

        var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
        if (AchievementRules.Check(content, issuer.PrimaryLanguage) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        row.LatestVersion++;
        row.Revision++;
        row.UpdatedAt = time.GetStoredNow();

        // The row first: of two changes at once one waits here, then sees that it is late.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return new Refused(EntityTag.Stale);
        }

        db.AchievementVersions.Add(new() { AchievementId = id, Number = row.LatestVersion, Content = StoredJson.Write(content), CreatedAt = row.UpdatedAt });
        db.Audit.Add(client.Did("achievement.changed", id, row.UpdatedAt, new { version = row.LatestVersion }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(AchievementAnswer.Of(row, content));
    }
}
