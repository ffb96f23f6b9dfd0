using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Achievements;

/// <summary>Creates an achievement as a draft with its first version.</summary>
internal sealed class CreateAchievement(CredentialsDb db, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/achievements"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] AchievementContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
        if (AchievementRules.Check(content, issuer.PrimaryLanguage) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var now = time.GetStoredNow();
        var row = new AchievementRow
        {
            Id = RandomId.New(),
            IssuerId = client.IssuerId,
            State = AchievementState.Draft,
            LatestVersion = 1,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Achievements.Add(row);
        db.AchievementVersions.Add(new() { AchievementId = row.Id, Number = 1, Content = StoredJson.Write(content), CreatedAt = now });
        db.Audit.Add(client.Did("achievement.created", row.Id, now));
        await db.SaveChangesAsync(cancellationToken);

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Created($"/api/v1/achievements/{row.Id}", AchievementAnswer.Of(row, content));
    }
}
