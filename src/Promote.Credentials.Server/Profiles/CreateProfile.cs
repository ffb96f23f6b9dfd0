using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Makes a professional profile of an occupation of ESCO.</summary>
internal sealed class CreateProfile(CredentialsDb db, ProfileCheck check, SkillsOfProfile skills, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/profiles"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync([FromBody] ProfileContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await check.RunAsync(client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        var now = time.GetStoredNow();
        var row = new ProfileRow { Id = RandomId.New(), IssuerId = client.IssuerId, Content = StoredJson.Write(content), Revision = 1, CreatedAt = now, UpdatedAt = now };
        db.Profiles.Add(row);
        db.Audit.Add(client.Did("profile.created", row.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Created($"/api/v1/profiles/{row.Id}", ProfileAnswer.Of(row, await skills.OfAsync(content, EscoLanguages.English, cancellationToken)));
    }
}
